//! The pages of an area are fetched together, when the first of them is opened: the first download holds none of them,
//! and one piece of WASM an area is fewer requests than one a page.
//!
//! What a page reads is loaded inside its component, never outside: whatever a route itself touches (the decoding of a
//! view model, say) is in the first download.

/// `lazy_area! { fn office_page: QueuePage, RequestPage }` splits these components off behind `office_page` and makes a
/// route of each, `Lazy::<area::QueuePage>`.
macro_rules! lazy_area {
    (fn $fetch:ident: $($page:ident),+ $(,)?) => {
        #[derive(Clone, Copy)]
        #[repr(u8)]
        #[expect(clippy::enum_variant_names, reason = "they are the names of the components")]
        enum LazyPage {
            $($page),+
        }

        #[leptos::lazy]
        fn $fetch(page: LazyPage) -> leptos::prelude::AnyView {
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
