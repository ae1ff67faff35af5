//! One case on one page: understood in two minutes, voted on with two touches.

use domain::views::{Brief, OfficeFrame};
use i18n::{Label, td_string, use_locale};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use ui::ErrorSummary;

use super::{
    api,
    aside::AsideView,
    ballot::Ballot,
    brief::{Before, BriefHead},
    decision::DecisionView,
    papers::PapersView,
    screen::{Connected, Done, InSession, SessionFrame, use_done},
    study::{Bars, Sum},
    votes::VotesView,
};
use crate::{
    features::{
        office::{clock::waits, screen::load_frame},
        portal::window::AnswerWindow,
    },
    form::{FormView, use_form},
    loaded::{load, param},
    public::PageTitle,
};

/// The three forms of a case.
#[derive(Clone)]
pub struct CaseForms {
    pub vote: FormView,
    pub aside: FormView,
    pub decide: FormView,
}

impl CaseForms {
    pub fn of_page() -> Self {
        Self { vote: use_form("vote"), aside: use_form("aside"), decide: use_form("decide") }
    }

    /// What is wrong with the one that was refused.
    fn summary(&self) -> Vec<(String, String)> {
        [&self.vote, &self.aside, &self.decide].into_iter().flat_map(FormView::summary).collect()
    }
}

/// `/committee/cases/:reference`.
#[component]
pub fn CasePage() -> impl IntoView {
    let (frame, brief) = (load_frame(), load(param("reference"), api::case));
    let (forms, connected, query) = (CaseForms::of_page(), Connected::watch(), use_done());
    let show = move |(frame, brief): (OfficeFrame, Brief)| {
        let forms = forms.clone();
        // Another case is another page: nothing chosen or typed for one is carried into the next.
        view! {
            <For each=move || [brief.clone()] key=|brief| brief.reference.clone() let:brief>
                <CaseView frame=frame.clone() brief forms=forms.clone() connected query/>
            </For>
        }
        .into_any()
    };
    view! { <InSession frame data=brief view=show/> }
}

#[component]
pub fn CaseView(
    frame: OfficeFrame,
    brief: Brief,
    forms: CaseForms,
    connected: Connected,
    query: Memo<ParamsMap>,
) -> impl IntoView {
    let problems = forms.summary();
    let refused = !problems.is_empty();
    let title = brief.applicant_name.clone();
    let head = view! {
        <Done query/>
        <ErrorSummary items=problems/>
        <BriefHead brief=brief.clone()/>
    };
    let vote = view! { <Ballot brief=brief.clone() form=forms.vote.clone() connected/> };
    view! {
        <PageTitle title refused/>
        <SessionFrame frame brief=brief.clone() connected head=head.into_any() vote=vote.into_any()>
            <CaseBody brief forms/>
        </SessionFrame>
    }
}

/// What stands behind the figures, in the order a member asks for it.
#[component]
fn CaseBody(brief: Brief, forms: CaseForms) -> impl IntoView {
    view! {
        <div class="case-body">
            <Before brief=brief.clone()/>
            <Findings brief=brief.clone()/>
            <Sum net=brief.net/>
            <Bars score=brief.study.score.clone() rule=brief.score_rule.clone()/>
            <PapersView reference=brief.reference.clone() documents=brief.documents.clone()/>
            <WindowView brief=brief.clone()/>
            <VotesView brief=brief.clone()/>
            <DecisionView brief=brief.clone() form=forms.decide/>
            <AsideView brief form=forms.aside/>
        </div>
    }
}

#[component]
fn Findings(brief: Brief) -> impl IntoView {
    let locale = use_locale();
    let study = brief.study;
    let home = td_string!(locale, office.score.housing, housing = study.housing.label(locale)).to_string();
    view! {
        <section class="flow" aria-labelledby="findings">
            <h2 id="findings">{td_string!(locale, committee.case.findings)}</h2>
            <p class="case-findings" dir="auto">{study.findings.to_string()}</p>
            <p>{home}</p>
        </section>
    }
}

#[component]
fn WindowView(brief: Brief) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="flow" aria-labelledby="window">
            <h2 id="window">{td_string!(locale, committee.case.window)}</h2>
            <AnswerWindow window=brief.window today=brief.today answered=!waits(brief.stage)/>
        </section>
    }
}
