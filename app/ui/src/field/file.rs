//! A file from the device.

use leptos::prelude::*;

use super::frame::{Frame, described_by, invalid};
use crate::words::Words;

/// A file, photographed or chosen. The form around it must be `enctype="multipart/form-data"`.
#[component]
pub fn FileField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// Kinds the server takes, e.g. `image/jpeg,image/png,application/pdf`.
    accept: &'static str,
    #[prop(optional)] multiple: bool,
    /// Open the camera at once, on devices that have one.
    #[prop(optional)]
    camera: bool,
    #[prop(optional, into)] hint: Words,
    #[prop(optional, into)] error: Words,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let described_by = described_by(&name, &hint, &error);
    let invalid = invalid(&error);
    view! {
        <Frame id=name.clone() label=label hint=hint error=error optional=optional heading=false>
            <input
                class="control"
                id=name.clone()
                name=name
                type="file"
                accept=accept
                multiple=multiple
                capture=camera.then_some("environment")
                aria-describedby=described_by
                aria-invalid=invalid
            />
        </Frame>
    }
}
