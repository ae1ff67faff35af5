//! A signature: drawn, or typed.

use leptos::prelude::*;

use crate::{
    button::{Button, ButtonKind},
    field::{Fieldset, TextField, Width},
    lu,
    words::Words,
};
use i18n::{td_string, use_locale};

/// A signature (H4). Without a script the person types the full name; the browser part finds `data-signature`, sets
/// `data-signature-ready` on it and the drawing space appears. Sends `{name}` (the drawing, as a data address) and
/// `{name}_typed`.
#[component]
pub fn Signature(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    /// The name typed before.
    #[prop(optional, into)]
    typed: Words,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="signature" data-signature="">
            <Fieldset id=name.clone() legend=legend hint=hint error=error>
                <div class="signature-pad">
                    <canvas
                        class="signature-canvas"
                        data-signature-canvas=""
                        role="img"
                        aria-label=td_string!(locale, ui.signature_space)
                    ></canvas>
                    <div class="signature-foot">
                        <span class="hint">{td_string!(locale, ui.signature_draw)}</span>
                        <Button
                            label=td_string!(locale, ui.signature_clear)
                            kind=ButtonKind::Quiet
                            icon=lu::LuEraser
                            attr:data-signature-clear=""
                        />
                    </div>
                </div>
                <input type="hidden" name=name.clone() data-signature-value="" />
                <div class="signature-typed">
                    <TextField
                        name=format!("{name}_typed")
                        label=td_string!(locale, ui.signature_typed)
                        value=typed
                        autocomplete="name"
                        width=Width::Twenty
                    />
                </div>
            </Fieldset>
        </div>
    }
}
