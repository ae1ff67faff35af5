//! A request on its way, moved by the use cases themselves.

use std::collections::BTreeSet;

use domain::{
    LongText, Reference, SessionId, ShortText,
    access::{Actor, Role},
    committee::Choice,
    matching::{Compared, MatchField, Seen},
    study::{Housing, Recommendation, StudyPlace},
};

use super::World;
use crate::{
    Ctx,
    committee::{self, Wording},
    jobs,
    office::{self, Match, StudyNotes},
};

impl World {
    /// A request before the committee, in a session of that day.
    pub async fn before_committee(&self) -> Reference {
        let reference = self.submitted().await;
        let (officer, researcher) = (self.staff(Role::RelationsOfficer), self.staff(Role::ResearchOfficer));
        let fields = MatchField::of(&self.row(&reference).await.answers);
        let compared = fields.into_iter().map(|field| Compared { field, seen: Seen::Agrees }).collect();
        let sheet = Match { compared, rulings: Vec::new() };
        office::close_match(&officer, &reference, self.seen(&reference).await, sheet).await.expect("matched");
        office::open_study(&researcher, &reference, self.seen(&reference).await).await.expect("study opened");
        let notes = StudyNotes {
            place: StudyPlace::Home,
            housing: Housing::Crowded,
            findings: LongText::parse("غرفة واحدة لثلاثة.").expect("words"),
            recommendation: Recommendation::Support,
            clause: ShortText::parse("3-2").expect("a clause"),
        };
        office::record_study(&researcher, &reference, self.seen(&reference).await, notes).await.expect("studied");
        let session = self.session().await;
        office::refer(&researcher, &reference, self.seen(&reference).await, session).await.expect("referred");
        reference
    }

    /// A request the committee decided on today.
    pub async fn decided(&self, choice: Choice) -> Reference {
        let reference = self.before_committee().await;
        self.decide(&reference, choice).await;
        reference
    }

    /// A request whose answer went out on its fourteenth day.
    pub async fn answered(&self, choice: Choice) -> Reference {
        let reference = self.decided(choice).await;
        self.pass_days(14);
        jobs::issue_due(&self.system()).await.expect("issued");
        reference
    }

    /// A service that was handed over; gives the secret of the link to rate it, too.
    pub async fn served(&self) -> (Reference, String) {
        let reference = self.answered(Choice::Accept).await;
        let (officer, provider) = (self.staff(Role::RelationsOfficer), self.staff(Role::ServiceProvider));
        office::register(&officer, &reference, self.seen(&reference).await).await.expect("registered");
        office::start_delivery(&provider, &reference, self.seen(&reference).await).await.expect("on its way");
        let sent = self.newest("on_its_way").await;
        let code: String = sent.chars().rev().take_while(char::is_ascii_digit).collect();
        let code: String = code.chars().rev().collect();
        office::confirm_receipt(&provider, &reference, &code).await.expect("received");
        let link = self.newest("completed").await;
        let token =
            link.split("/rate/").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a link").to_owned();
        (reference, token)
    }

    /// Every seat votes alike, and the chair records it.
    pub async fn decide(&self, reference: &Reference, choice: Choice) {
        let words = || LongText::parse("الدخل أعلى من الحد.").expect("words");
        for ctx in self.panel() {
            committee::vote(&ctx, reference, choice, Some(words())).await.expect("voted");
        }
        let wording = Wording { reason: Some(words()), clause: ShortText::parse("5-1").ok() };
        let chair = self.staff(Role::CommitteeChair);
        committee::decide(&chair, reference, self.seen(reference).await, wording).await.expect("decided");
    }

    /// Somebody who follows this request with its number and a code.
    pub async fn follower(&self, reference: &Reference) -> Ctx {
        self.acting_as(Actor::Tracker { request: self.row(reference).await.id })
    }

    pub async fn session(&self) -> SessionId {
        let secretary = self.staff(Role::CommitteeSecretary);
        let title = ShortText::parse("الجلسة الأولى").expect("a title");
        committee::open_session(&secretary, title, secretary.today()).await.expect("a session")
    }

    /// The version of a request, as somebody who has just read it knows it.
    pub async fn seen(&self, reference: &Reference) -> i64 {
        self.row(reference).await.version
    }

    /// The words of the newest message of a template.
    pub async fn newest(&self, template: &str) -> String {
        let recent = store::outbox::recent(&self.house.db, 200).await.expect("messages");
        recent.into_iter().find(|message| message.template == template).expect("a message").body
    }

    /// Three who may vote: a member, the chair, and another member.
    fn panel(&self) -> [Ctx; 3] {
        let id = self.staff(Role::QualityOfficer).actor().staff().expect("staff");
        let another = Actor::Staff { id, roles: BTreeSet::from([Role::CommitteeMember]), branches: BTreeSet::new() };
        [self.staff(Role::CommitteeMember), self.staff(Role::CommitteeChair), self.acting_as(another)]
    }
}
