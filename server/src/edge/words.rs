//! The few sentences the edge says by itself.
//!
//! They are given before a request has a page or a language, and also when nothing else works, so each is plain
//! text in Arabic and then in English. Everything a page says lives in the translations instead.

use axum::body::Body;
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, StatusCode};

/// One sentence in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    ar: &'static str,
    en: &'static str,
}

impl Sentence {
    /// Arabic, an empty line, English.
    pub fn text(self) -> String {
        format!("{}\n\n{}\n", self.ar, self.en)
    }

    pub(super) fn arabic(self) -> &'static str {
        self.ar
    }

    pub(super) fn english(self) -> &'static str {
        self.en
    }

    /// This sentence as an answer that nobody keeps; for a browser it becomes a page on the way out ([`super::plain`]).
    pub fn answer(self, status: StatusCode) -> Response {
        let mut response = Response::new(Body::from(self.text()));
        *response.status_mut() = status;
        response.extensions_mut().insert(self);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }

    /// The same, telling the client to come back after `seconds`.
    pub fn answer_later(self, status: StatusCode, seconds: u64) -> Response {
        let mut response = self.answer(status);
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        response
    }
}

pub(super) const FOREIGN: Sentence = Sentence {
    ar: "لم نقبل هذا الطلب لأنه لم يأتِ من صفحات هذا الموقع. افتح الموقع من عنوانه ثم أعد المحاولة.",
    en: "This request did not come from this site's own pages, so it was not accepted. Open the site from its address and try again.",
};

pub(super) const TOO_LARGE: Sentence = Sentence {
    ar: "حجم ما أرسلته أكبر من المسموح. أرسل ملفًا أصغر ثم أعد المحاولة.",
    en: "What you sent is larger than we can accept. Send a smaller file and try again.",
};

pub(super) const ADDRESS_TOO_LONG: Sentence = Sentence {
    ar: "عنوان الصفحة أطول من المسموح. افتح الصفحة الرئيسة وابدأ منها.",
    en: "The page address is too long. Open the home page and start from there.",
};

pub(super) const ARRIVED_TOO_SLOWLY: Sentence = Sentence {
    ar: "تأخّر وصول طلبك فلم نستلمه كاملًا. تأكد من اتصالك ثم أعد المحاولة.",
    en: "Your request arrived too slowly and we did not receive all of it. Check your connection and try again.",
};

/// Said when the handler was slow: whether it took effect is not known, so it does not say "nothing happened".
pub(super) const TOOK_TOO_LONG: Sentence = Sentence {
    ar: "لم يكتمل طلبك في الوقت المحدد. تحقق أولًا هل سُجّل، ثم أعد المحاولة إن لم تجده.",
    en: "Your request did not finish in time. See first whether it was recorded, and try again if it was not.",
};

pub(super) const BUSY: Sentence = Sentence {
    ar: "الموقع مشغول الآن ولم نستلم طلبك. انتظر لحظات ثم أعد المحاولة.",
    en: "The site is busy and did not take your request. Wait a moment and try again.",
};

pub(super) const TOO_MANY: Sentence = Sentence {
    ar: "وصلتنا طلبات كثيرة من اتصالك. انتظر لحظات ثم أعد المحاولة.",
    en: "We received too many requests from your connection. Wait a moment and try again.",
};

pub(super) const BROKE: Sentence = Sentence {
    ar: "حدث خطأ عندنا. جرّب بعد قليل، وإن تكرر فاتصل بنا.",
    en: "Something went wrong on our side. Try again shortly; if it happens again, call us.",
};

pub(super) const OPERATOR_ONLY: Sentence = Sentence {
    ar: "هذه الصفحة لمشغّل الخادم فقط.",
    en: "This page is only for whoever runs the server.",
};

pub(super) const NO_SUCH_FILE: Sentence =
    Sentence { ar: "لا يوجد ملف بهذا الاسم.", en: "There is no file with this name." };
