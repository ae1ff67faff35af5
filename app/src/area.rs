//! The pages of an area are fetched together, when the first of them is opened: the first download holds none of them.
//!
//! What several pieces share is split off once for each set of pieces that share it, so with every piece more a phone
//! makes many more requests (fourteen pieces made 279 for the home page). So areas that the same people use are one
//! piece: `public` whoever comes, `community` whoever reads and writes, `apply` whoever applies, `staff` who works here.
//!
//! What a page reads is loaded inside its component, never outside: whatever a route itself touches (the decoding of a
//! view model, say) is in the first download.

/// Says on the document that its page has been taken over: where its code is fetched first, that is when this is here.
pub(crate) fn taken_over() {
    #[cfg(feature = "hydrate")]
    leptos::prelude::Effect::new(crate::browser::mark_hydrated);
}

/// `lazy_area! { fn office_page in staff: QueuePage, RequestPage }` puts these components into the piece `staff`, behind
/// `office_page`, and makes a route of each, `Lazy::<area::QueuePage>`. Areas that name the same piece share it, because
/// leptos tells pieces apart by this name and the place in this file.
macro_rules! lazy_area {
    (fn $fetch:ident in $piece:ident: $($page:ident),+ $(,)?) => {
        #[derive(Clone, Copy)]
        #[repr(u8)]
        #[expect(clippy::enum_variant_names, reason = "they are the names of the components")]
        enum LazyPage {
            $($page),+
        }

        #[leptos::lazy($piece)]
        fn $fetch(page: LazyPage) -> leptos::prelude::AnyView {
            $crate::area::taken_over();
            match page {
                $(LazyPage::$page => leptos::prelude::IntoAny::into_any(leptos::prelude::view! { <$page/> })),+
            }
        }

        /// The pages, as routes take them.
        mod area {
            $(
                pub struct $page;

                impl leptos_router::LazyRoute for $page {
                    fn data() -> Self {
                        Self
                    }

                    async fn view(_: Self) -> leptos::prelude::AnyView {
                        super::$fetch(super::LazyPage::$page).await
                    }
                }
            )+
        }
    };
}

pub(crate) use lazy_area;
