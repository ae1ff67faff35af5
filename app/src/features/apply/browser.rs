//! What an application does in the browser: it reads a form while it is typed, lets a finger sign, and sends files.

pub mod uploads;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use leptos::{
    ev::Event,
    prelude::{RwSignal, Set as _, document, window},
    task::spawn_local,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Element, FormData, HtmlCanvasElement, HtmlFormElement, HtmlInputElement, PointerEvent,
    RequestInit, Response, UrlSearchParams,
};

use crate::form::Values;

/// What stands in the form an event came from.
pub fn typed(event: &Event, names: &[String]) -> Option<Values> {
    let field: Element = event.target()?.dyn_into().ok()?;
    let form: HtmlFormElement = field.closest("form").ok()??.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let pairs = names.iter().map(|name| (name.clone(), data.get(name).as_string().unwrap_or_default()));
    Some(Values(pairs.collect()))
}

/// How long a hand rests before what it typed is kept, in milliseconds.
const REST: u32 = 1_500;

thread_local! {
    /// The hand that rests: typing on puts the keeping off.
    static RESTING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Keeps what stands in a form at an address of ours, once the hand rests.
pub fn keep_typed(form: HtmlFormElement, address: &str, state: RwSignal<Option<bool>>) {
    let address = address.to_owned();
    let rested = Timeout::new(REST, move || {
        spawn_local(async move {
            let kept = keep(&form, &address).await.is_some_and(|answer| answer.ok());
            // The page may be gone by now.
            state.try_set(Some(kept));
        });
    });
    RESTING.with(|resting| resting.replace(Some(rested)));
}

/// Does something stand in a form that was not sent with it? On a slow line people type before the program is there.
pub fn typed_already(form: &HtmlFormElement) -> bool {
    let sent = form.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<HtmlFormElement>().ok());
    sent.is_some_and(|sent| {
        sent.reset();
        pairs(&sent).map(text) != pairs(form).map(text)
    })
}

fn text(pairs: UrlSearchParams) -> String {
    String::from(pairs.to_string())
}

fn pairs(form: &HtmlFormElement) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(form).ok()?;
    UrlSearchParams::new_with_str_sequence_sequence(&data).ok()
}

/// Sends what stands in the form.
async fn keep(form: &HtmlFormElement, address: &str) -> Option<Response> {
    let body = pairs(form)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_body(&body);
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &init)).await.ok()?;
    answer.dyn_into().ok()
}

/// The box every signature is drawn in, whatever the screen: 600 wide, 200 high.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 200.0;
/// Points nearer than this to the last one are left out; it keeps the path short and the line calm.
const NEAR: f64 = 3.0;
/// Points kept at most, so that the path stays far below the longest one the server takes.
const MOST: usize = 1_600;

/// Opens the drawing space of a signature and shows what was drawn before.
pub fn attach_signature(drawn: &str) {
    let Some(pad) = Pad::find() else { return };
    pad.prepare();
    pad.strokes.borrow_mut().extend(parse(drawn));
    pad.show();
    pad.listen();
}

type Point = (f64, f64);

#[derive(Clone)]
struct Pad {
    root: Element,
    canvas: HtmlCanvasElement,
    value: HtmlInputElement,
    strokes: Rc<RefCell<Vec<Vec<Point>>>>,
}

impl Pad {
    fn find() -> Option<Self> {
        let root = document().query_selector("[data-signature]").ok()??;
        Some(Self {
            canvas: root.query_selector("[data-signature-canvas]").ok()??.dyn_into().ok()?,
            value: root.query_selector("[data-signature-value]").ok()??.dyn_into().ok()?,
            root,
            strokes: Rc::default(),
        })
    }

    /// Shows the space; the canvas is drawn in the coordinates of the box.
    fn prepare(&self) {
        // Without the mark the space stays hidden and the typed name remains.
        drop(self.root.set_attribute("data-signature-ready", ""));
        self.canvas.set_width(1_200);
        self.canvas.set_height(400);
    }

    /// How many pixels of the page one unit of the box takes, and where the box begins.
    fn scale(&self) -> (f64, f64, f64) {
        let place = self.canvas.get_bounding_client_rect();
        (place.left(), place.top(), (place.width() / WIDTH).max(0.01))
    }

    fn point(&self, event: &PointerEvent) -> Point {
        let (left, top, scale) = self.scale();
        let x = (f64::from(event.client_x()) - left) / scale;
        let y = (f64::from(event.client_y()) - top) / scale;
        (x.clamp(0.0, WIDTH), y.clamp(0.0, HEIGHT))
    }

    fn begin(&self, at: Point) {
        self.strokes.borrow_mut().push(vec![at]);
    }

    /// Adds a point, half-way smoothed toward the last one.
    fn go_on(&self, to: Point) {
        let mut strokes = self.strokes.borrow_mut();
        let points: usize = strokes.iter().map(Vec::len).sum();
        let Some(stroke) = strokes.last_mut() else { return };
        let Some(last) = stroke.last().copied() else { return };
        if points < MOST && (to.0 - last.0).hypot(to.1 - last.1) >= NEAR {
            stroke.push(((last.0 + to.0 * 3.0) / 4.0, (last.1 + to.1 * 3.0) / 4.0));
        }
    }

    /// Draws the strokes and writes their path into the form.
    fn show(&self) {
        let strokes = self.strokes.borrow();
        self.value.set_value(&path(&strokes));
        let context = self.canvas.get_context("2d").ok().flatten();
        let Some(context) = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok()) else {
            return;
        };
        context.clear_rect(0.0, 0.0, WIDTH * 2.0, HEIGHT * 2.0);
        context.set_line_width(5.0);
        context.set_line_cap("round");
        context.set_line_join("round");
        for stroke in strokes.iter() {
            draw(&context, stroke);
        }
    }

    /// Listens for the life of the page: the elements go with it.
    fn listen(&self) {
        let drawing = Rc::new(Cell::new(false));
        let started = drawing.clone();
        self.on("pointerdown", move |pad, event| {
            // A pointer that cannot be captured still draws inside the space.
            drop(pad.canvas.set_pointer_capture(event.pointer_id()));
            started.set(true);
            pad.begin(pad.point(event));
        });
        let moving = drawing.clone();
        self.on("pointermove", move |pad, event| {
            if moving.get() {
                pad.go_on(pad.point(event));
            }
        });
        for end in ["pointerup", "pointercancel"] {
            let ended = drawing.clone();
            self.on(end, move |_, _| ended.set(false));
        }
        self.listen_for_clearing();
    }

    /// Does something with the pointer, and shows what came of it.
    fn on(&self, name: &'static str, act: impl Fn(&Self, &PointerEvent) + 'static) {
        let pad = self.clone();
        let eager = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.canvas, name, eager, move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                event.prevent_default();
                act(&pad, event);
                pad.show();
            }
        })
        .forget();
    }

    fn listen_for_clearing(&self) {
        let Ok(Some(button)) = self.root.query_selector("[data-signature-clear]") else { return };
        let pad = self.clone();
        EventListener::new(&button, "click", move |_| {
            pad.strokes.borrow_mut().clear();
            pad.show();
        })
        .forget();
    }
}

/// Curves through the middles between points: smooth, whatever the speed of the finger.
fn draw(context: &CanvasRenderingContext2d, stroke: &[Point]) {
    let Some(((x, y), rest)) = stroke.split_first() else { return };
    context.begin_path();
    context.move_to(x * 2.0, y * 2.0);
    for pair in rest.windows(2) {
        let [(x, y), (next_x, next_y)] = pair else { continue };
        context.quadratic_curve_to(x * 2.0, y * 2.0, x + next_x, y + next_y);
    }
    if let Some((x, y)) = rest.last() {
        context.line_to(x * 2.0, y * 2.0);
    }
    context.stroke();
}

/// SVG path data of straight strokes. A tap is not a stroke.
fn path(strokes: &[Vec<Point>]) -> String {
    let steps = strokes.iter().filter(|stroke| stroke.len() > 1).flat_map(|stroke| stroke.iter().enumerate());
    let steps = steps.map(|(at, (x, y))| format!("{}{x:.0},{y:.0}", if at == 0 { 'M' } else { 'L' }));
    steps.collect::<Vec<_>>().join(" ")
}

/// The strokes of a path this page wrote.
fn parse(path: &str) -> Vec<Vec<Point>> {
    let mut strokes: Vec<Vec<Point>> = Vec::new();
    for step in path.split_whitespace() {
        let point = step.get(1..).and_then(|pair| pair.split_once(','));
        let Some((Ok(x), Ok(y))) = point.map(|(x, y)| (x.parse(), y.parse())) else { continue };
        match (step.starts_with('M'), strokes.last_mut()) {
            (false, Some(stroke)) => stroke.push((x, y)),
            _ => strokes.push(vec![(x, y)]),
        }
    }
    strokes
}
