//! Labels of domain enums, by exhaustive match: a new variant does not compile until it has its words.

use domain::{
    access::Role,
    application::{Group, Section, Urgency},
    committee::Choice,
    document::DocumentKind,
    eligibility::Verdict,
    household::{DebtKind, Health, IncomeKind, Kinship, Residence, Schooling, Tenure},
    matching::{Likeness, MatchField},
    programme::{Bilingual, SupportKind},
    rating::Level,
    representation::Capacity,
    request::StageKind,
    study::{Band, Housing, Recommendation, StudyPlace},
    views::TimelineKind,
};
use leptos_i18n::td_string;

use crate::Locale;

/// A value with a name in both languages.
pub trait Label {
    fn label(&self, locale: Locale) -> &'static str;
}

/// The text of a locale.
pub fn pick(text: &Bilingual, locale: Locale) -> &str {
    match locale {
        Locale::ar => &text.ar,
        Locale::en => &text.en,
    }
}

impl Label for StageKind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Draft => td_string!(locale, labels.stage.draft),
            Self::Submitted => td_string!(locale, labels.stage.submitted),
            Self::Returned => td_string!(locale, labels.stage.returned),
            Self::Matched => td_string!(locale, labels.stage.matched),
            Self::UnderStudy => td_string!(locale, labels.stage.under_study),
            Self::BeforeCommittee => td_string!(locale, labels.stage.before_committee),
            Self::DecisionHeld => td_string!(locale, labels.stage.decision_held),
            Self::Accepted => td_string!(locale, labels.stage.accepted),
            Self::Rejected => td_string!(locale, labels.stage.rejected),
            Self::Deferred => td_string!(locale, labels.stage.deferred),
            Self::Appealed => td_string!(locale, labels.stage.appealed),
            Self::Registered => td_string!(locale, labels.stage.registered),
            Self::Delivering => td_string!(locale, labels.stage.delivering),
            Self::Completed => td_string!(locale, labels.stage.completed),
            Self::Withdrawn => td_string!(locale, labels.stage.withdrawn),
            Self::Lapsed => td_string!(locale, labels.stage.lapsed),
        }
    }
}

impl Label for Group {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Orphan => td_string!(locale, labels.group.orphan),
            Self::Widow => td_string!(locale, labels.group.widow),
            Self::Divorced => td_string!(locale, labels.group.divorced),
            Self::LowIncome => td_string!(locale, labels.group.low_income),
            Self::Elderly => td_string!(locale, labels.group.elderly),
            Self::Disabled => td_string!(locale, labels.group.disabled),
            Self::Patient => td_string!(locale, labels.group.patient),
            Self::PrisonersFamily => td_string!(locale, labels.group.prisoners_family),
            Self::AboutToMarry => td_string!(locale, labels.group.about_to_marry),
            Self::Student => td_string!(locale, labels.group.student),
        }
    }
}

impl Label for Schooling {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::None => td_string!(locale, labels.schooling.none),
            Self::Kindergarten => td_string!(locale, labels.schooling.kindergarten),
            Self::Primary => td_string!(locale, labels.schooling.primary),
            Self::Middle => td_string!(locale, labels.schooling.middle),
            Self::Secondary => td_string!(locale, labels.schooling.secondary),
            Self::University => td_string!(locale, labels.schooling.university),
            Self::SpecialNeeds => td_string!(locale, labels.schooling.special_needs),
        }
    }
}

impl Label for Health {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Well => td_string!(locale, labels.health.well),
            Self::ChronicIllness => td_string!(locale, labels.health.chronic_illness),
            Self::Disability => td_string!(locale, labels.health.disability),
        }
    }
}

impl Label for Residence {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::WithUs => td_string!(locale, labels.residence.with_us),
            Self::SharedCustody => td_string!(locale, labels.residence.shared_custody),
            Self::Elsewhere => td_string!(locale, labels.residence.elsewhere),
        }
    }
}

impl Label for Kinship {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Spouse => td_string!(locale, labels.kinship.spouse),
            Self::Son => td_string!(locale, labels.kinship.son),
            Self::Daughter => td_string!(locale, labels.kinship.daughter),
            Self::Father => td_string!(locale, labels.kinship.father),
            Self::Mother => td_string!(locale, labels.kinship.mother),
            Self::Brother => td_string!(locale, labels.kinship.brother),
            Self::Sister => td_string!(locale, labels.kinship.sister),
            Self::Grandchild => td_string!(locale, labels.kinship.grandchild),
            Self::Other => td_string!(locale, labels.kinship.other),
        }
    }
}

impl Label for IncomeKind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Salary => td_string!(locale, labels.income.salary),
            Self::SocialSecurity => td_string!(locale, labels.income.social_security),
            Self::Retirement => td_string!(locale, labels.income.retirement),
            Self::SocialInsurance => td_string!(locale, labels.income.social_insurance),
            Self::CitizenAccount => td_string!(locale, labels.income.citizen_account),
            Self::Alimony => td_string!(locale, labels.income.alimony),
            Self::OtherAssociation => td_string!(locale, labels.income.other_association),
            Self::Other => td_string!(locale, labels.income.other),
        }
    }
}

impl Label for DebtKind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Bank => td_string!(locale, labels.debt.bank),
            Self::Vehicle => td_string!(locale, labels.debt.vehicle),
            Self::Treatment => td_string!(locale, labels.debt.treatment),
            Self::Court => td_string!(locale, labels.debt.court),
            Self::Personal => td_string!(locale, labels.debt.personal),
        }
    }
}

impl Label for Tenure {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Owned => td_string!(locale, labels.tenure.owned),
            Self::Rented => td_string!(locale, labels.tenure.rented),
            Self::Hosted => td_string!(locale, labels.tenure.hosted),
            Self::Endowment => td_string!(locale, labels.tenure.endowment),
        }
    }
}

impl Label for Urgency {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::CanWait => td_string!(locale, labels.urgency.can_wait),
            Self::ThisMonth => td_string!(locale, labels.urgency.this_month),
            Self::ThisWeek => td_string!(locale, labels.urgency.this_week),
        }
    }
}

impl Label for Capacity {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Delegate => td_string!(locale, labels.capacity.delegate),
            Self::Guardian => td_string!(locale, labels.capacity.guardian),
        }
    }
}

impl Label for Section {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Identity => td_string!(locale, labels.section.identity),
            Self::Household => td_string!(locale, labels.section.household),
            Self::Livelihood => td_string!(locale, labels.section.livelihood),
            Self::Need => td_string!(locale, labels.section.need),
            Self::Documents => td_string!(locale, labels.section.documents),
        }
    }
}

impl Label for DocumentKind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::FamilyRecord => td_string!(locale, labels.document.family_record),
            Self::NationalId => td_string!(locale, labels.document.national_id),
            Self::DeathCertificate => td_string!(locale, labels.document.death_certificate),
            Self::SupportDeed => td_string!(locale, labels.document.support_deed),
            Self::HeirsDeed => td_string!(locale, labels.document.heirs_deed),
            Self::CustodyDeed => td_string!(locale, labels.document.custody_deed),
            Self::GuardianshipDeed => td_string!(locale, labels.document.guardianship_deed),
            Self::DivorceDeed => td_string!(locale, labels.document.divorce_deed),
            Self::AppealPaper => td_string!(locale, labels.document.appeal_paper),
            Self::Lease => td_string!(locale, labels.document.lease),
            Self::IncomeProof => td_string!(locale, labels.document.income_proof),
            Self::SchoolLetter => td_string!(locale, labels.document.school_letter),
            Self::MedicalReport => td_string!(locale, labels.document.medical_report),
            Self::BankCertificate => td_string!(locale, labels.document.bank_certificate),
            Self::ElectricityBill => td_string!(locale, labels.document.electricity_bill),
        }
    }
}

impl Label for MatchField {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Name => td_string!(locale, labels.match_field.name),
            Self::NationalId => td_string!(locale, labels.match_field.national_id),
            Self::BirthDate => td_string!(locale, labels.match_field.birth_date),
            Self::Household => td_string!(locale, labels.match_field.household),
            Self::Income => td_string!(locale, labels.match_field.income),
            Self::Rent => td_string!(locale, labels.match_field.rent),
            Self::Iban => td_string!(locale, labels.match_field.iban),
        }
    }
}

impl Label for Likeness {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Same => td_string!(locale, labels.likeness.same),
            Self::Different => td_string!(locale, labels.likeness.different),
            Self::Related => td_string!(locale, labels.likeness.related),
        }
    }
}

impl Label for Role {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::RelationsOfficer => td_string!(locale, labels.role.relations_officer),
            Self::ResearchOfficer => td_string!(locale, labels.role.research_officer),
            Self::CommitteeMember => td_string!(locale, labels.role.committee_member),
            Self::CommitteeChair => td_string!(locale, labels.role.committee_chair),
            Self::CommitteeSecretary => td_string!(locale, labels.role.committee_secretary),
            Self::ServiceProvider => td_string!(locale, labels.role.service_provider),
            Self::BranchDelegate => td_string!(locale, labels.role.branch_delegate),
            Self::QualityOfficer => td_string!(locale, labels.role.quality_officer),
            Self::KnowledgeEditor => td_string!(locale, labels.role.knowledge_editor),
            Self::VolunteerCoordinator => td_string!(locale, labels.role.volunteer_coordinator),
            Self::PrivacyOfficer => td_string!(locale, labels.role.privacy_officer),
            Self::BranchManager => td_string!(locale, labels.role.branch_manager),
            Self::ExecutiveDirector => td_string!(locale, labels.role.executive_director),
            Self::SystemAdministrator => td_string!(locale, labels.role.system_administrator),
        }
    }
}

impl Label for Choice {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Accept => td_string!(locale, labels.choice.accept),
            Self::Reject => td_string!(locale, labels.choice.reject),
            Self::Defer => td_string!(locale, labels.choice.defer),
        }
    }
}

impl Label for Band {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Moderate => td_string!(locale, labels.band.moderate),
            Self::High => td_string!(locale, labels.band.high),
            Self::VeryHigh => td_string!(locale, labels.band.very_high),
        }
    }
}

impl Label for Housing {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Sound => td_string!(locale, labels.housing.sound),
            Self::Crowded => td_string!(locale, labels.housing.crowded),
            Self::Unfit => td_string!(locale, labels.housing.unfit),
        }
    }
}

impl Label for StudyPlace {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Office => td_string!(locale, labels.study_place.office),
            Self::Home => td_string!(locale, labels.study_place.home),
            Self::Phone => td_string!(locale, labels.study_place.phone),
        }
    }
}

impl Label for Recommendation {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Support => td_string!(locale, labels.recommendation.support),
            Self::Decline => td_string!(locale, labels.recommendation.decline),
        }
    }
}

impl Label for TimelineKind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::Started => td_string!(locale, labels.timeline.started),
            Self::RepresentativeNamed => td_string!(locale, labels.timeline.representative_named),
            Self::RepresentationEnded => td_string!(locale, labels.timeline.representation_ended),
            Self::Submitted => td_string!(locale, labels.timeline.submitted),
            Self::Returned => td_string!(locale, labels.timeline.returned),
            Self::Matched => td_string!(locale, labels.timeline.matched),
            Self::StudyOpened => td_string!(locale, labels.timeline.study_opened),
            Self::StudyRecorded => td_string!(locale, labels.timeline.study_recorded),
            Self::Referred => td_string!(locale, labels.timeline.referred),
            Self::Decided => td_string!(locale, labels.timeline.decided),
            Self::AnswerIssued => td_string!(locale, labels.timeline.answer_issued),
            Self::Appealed => td_string!(locale, labels.timeline.appealed),
            Self::Registered => td_string!(locale, labels.timeline.registered),
            Self::DeliveryStarted => td_string!(locale, labels.timeline.delivery_started),
            Self::Completed => td_string!(locale, labels.timeline.completed),
            Self::Rated => td_string!(locale, labels.timeline.rated),
            Self::Withdrawn => td_string!(locale, labels.timeline.withdrawn),
            Self::Lapsed => td_string!(locale, labels.timeline.lapsed),
        }
    }
}

impl Label for Level {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::VeryBad => td_string!(locale, labels.level.very_bad),
            Self::Bad => td_string!(locale, labels.level.bad),
            Self::Fair => td_string!(locale, labels.level.fair),
            Self::Good => td_string!(locale, labels.level.good),
            Self::VeryGood => td_string!(locale, labels.level.very_good),
        }
    }
}

impl Label for Verdict {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::No => td_string!(locale, labels.verdict.no),
            Self::Unknown => td_string!(locale, labels.verdict.unknown),
            Self::Yes => td_string!(locale, labels.verdict.yes),
        }
    }
}

impl Label for SupportKind {
    fn label(&self, locale: Locale) -> &'static str {
        match self {
            Self::FoodBasket => td_string!(locale, labels.support.food_basket),
            Self::Clothing => td_string!(locale, labels.support.clothing),
            Self::Rent => td_string!(locale, labels.support.rent),
            Self::Cash => td_string!(locale, labels.support.cash),
            Self::Appliances => td_string!(locale, labels.support.appliances),
            Self::HomeRepair => td_string!(locale, labels.support.home_repair),
            Self::EidJoy => td_string!(locale, labels.support.eid_joy),
            Self::SchoolBag => td_string!(locale, labels.support.school_bag),
            Self::Medical => td_string!(locale, labels.support.medical),
            Self::Marriage => td_string!(locale, labels.support.marriage),
        }
    }
}
