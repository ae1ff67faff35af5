//! Who may do what: one pure table, role × action × relation × state. Services enforce it; screens ask it for courtesy.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    MatterId, PersonId, RequestId, StaffId, VolunteerId,
    request::{StageKind, actions},
};

/// Everything anyone can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    // on a request
    View,
    EditAnswers,
    Sign,
    Submit,
    Withdraw,
    Return,
    Match,
    OpenStudy,
    RecordStudy,
    Refer,
    Vote,
    StepAside,
    Decide,
    Issue,
    Appeal,
    Register,
    Deliver,
    ConfirmReceipt,
    Rate,
    Lapse,
    /// The applicant goes on without whoever applied for them.
    EndRepresentation,
    // beside requests
    Apply,
    SeeQueue,
    SeeSessions,
    ManageSessions,
    ManageStaff,
    ReadAudit,
}

impl Action {
    pub const ON_REQUESTS: [Self; 21] = [
        Self::View,
        Self::EditAnswers,
        Self::Sign,
        Self::Submit,
        Self::Withdraw,
        Self::Return,
        Self::Match,
        Self::OpenStudy,
        Self::RecordStudy,
        Self::Refer,
        Self::Vote,
        Self::StepAside,
        Self::Decide,
        Self::Issue,
        Self::Appeal,
        Self::Register,
        Self::Deliver,
        Self::ConfirmReceipt,
        Self::Rate,
        Self::Lapse,
        Self::EndRepresentation,
    ];
    pub const BESIDE_REQUESTS: [Self; 6] =
        [Self::Apply, Self::SeeQueue, Self::SeeSessions, Self::ManageSessions, Self::ManageStaff, Self::ReadAudit];
}

/// What a member of staff is entrusted with; several per person, scoped to branches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    RelationsOfficer,
    ResearchOfficer,
    CommitteeMember,
    CommitteeChair,
    CommitteeSecretary,
    ServiceProvider,
    BranchDelegate,
    QualityOfficer,
    KnowledgeEditor,
    VolunteerCoordinator,
    PrivacyOfficer,
    BranchManager,
    ExecutiveDirector,
    SystemAdministrator,
}

impl Role {
    pub const ALL: [Self; 14] = [
        Self::RelationsOfficer,
        Self::ResearchOfficer,
        Self::CommitteeMember,
        Self::CommitteeChair,
        Self::CommitteeSecretary,
        Self::ServiceProvider,
        Self::BranchDelegate,
        Self::QualityOfficer,
        Self::KnowledgeEditor,
        Self::VolunteerCoordinator,
        Self::PrivacyOfficer,
        Self::BranchManager,
        Self::ExecutiveDirector,
        Self::SystemAdministrator,
    ];

    pub fn slug(self) -> &'static str {
        match self {
            Self::RelationsOfficer => "relations_officer",
            Self::ResearchOfficer => "research_officer",
            Self::CommitteeMember => "committee_member",
            Self::CommitteeChair => "committee_chair",
            Self::CommitteeSecretary => "committee_secretary",
            Self::ServiceProvider => "service_provider",
            Self::BranchDelegate => "branch_delegate",
            Self::QualityOfficer => "quality_officer",
            Self::KnowledgeEditor => "knowledge_editor",
            Self::VolunteerCoordinator => "volunteer_coordinator",
            Self::PrivacyOfficer => "privacy_officer",
            Self::BranchManager => "branch_manager",
            Self::ExecutiveDirector => "executive_director",
            Self::SystemAdministrator => "system_administrator",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.slug() == slug)
    }
}

/// How an actor stands to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Their own request.
    Own,
    /// A request they make for somebody else, who named them or is in their care.
    Represented,
    /// A request of a branch they work for.
    Branch,
    /// A request of another branch.
    OtherBranch,
    /// They stepped aside from it, or voted on it before an appeal.
    Conflicted,
    /// Somebody else's.
    Stranger,
}

impl Relation {
    pub const ALL: [Self; 6] =
        [Self::Own, Self::Represented, Self::Branch, Self::OtherBranch, Self::Conflicted, Self::Stranger];
}

/// Who is asking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "actor")]
pub enum Actor {
    /// Nobody signed in.
    Visitor,
    /// A person who signed in with national ID and mobile code.
    Beneficiary {
        person: PersonId,
    },
    /// A person who opened one request with its reference and a code: they may look and rate, not change.
    Tracker {
        request: RequestId,
    },
    /// A person who opened what they wrote to the association with its reference and its code.
    Follower {
        matter: MatterId,
    },
    /// A volunteer who signed in with mobile and code (C6): `volunteer::may` says what they may do.
    Volunteer {
        id: VolunteerId,
    },
    Staff {
        id: StaffId,
        roles: BTreeSet<Role>,
        branches: BTreeSet<i64>,
    },
    /// The product itself: clocks and held answers.
    System,
}

impl Actor {
    pub fn has(&self, role: Role) -> bool {
        matches!(self, Self::Staff { roles, .. } if roles.contains(&role))
    }

    pub fn staff(&self) -> Option<StaffId> {
        match self {
            Self::Staff { id, .. } => Some(*id),
            _ => None,
        }
    }
}

/// A request, as far as rights are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    pub relation: Relation,
    pub stage: StageKind,
}

/// May this actor do this to that request, now?
pub fn allows(actor: &Actor, action: Action, subject: Subject) -> bool {
    actions::possible(subject.stage).contains(&action) && entitled(actor, action, subject)
}

/// May this actor do this, which concerns no single request?
pub fn allows_beside(actor: &Actor, action: Action) -> bool {
    match actor {
        Actor::Visitor | Actor::Tracker { .. } | Actor::Follower { .. } | Actor::Volunteer { .. } => false,
        Actor::Beneficiary { .. } => action == Action::Apply,
        Actor::System => action == Action::ReadAudit,
        Actor::Staff { roles, .. } => roles.iter().any(|role| role_beside(*role, action)),
    }
}

fn entitled(actor: &Actor, action: Action, subject: Subject) -> bool {
    match actor {
        Actor::Visitor | Actor::Follower { .. } | Actor::Volunteer { .. } => false,
        Actor::Beneficiary { .. } => match subject.relation {
            Relation::Own => applicant_may(action),
            Relation::Represented => representative_may(action),
            _ => false,
        },
        Actor::Tracker { .. } => subject.relation == Relation::Own && matches!(action, Action::View | Action::Rate),
        Actor::System => matches!(action, Action::Issue | Action::Lapse),
        Actor::Staff { roles, .. } => roles.iter().any(|role| role_may(*role, action, subject)),
    }
}

fn applicant_may(action: Action) -> bool {
    matches!(
        action,
        Action::View
            | Action::EditAnswers
            | Action::Sign
            | Action::Submit
            | Action::Withdraw
            | Action::Appeal
            | Action::Rate
            | Action::EndRepresentation
    )
}

/// Everything that brings the request on. What takes it away is the applicant's own, and so is the rating (D6c).
fn representative_may(action: Action) -> bool {
    matches!(action, Action::View | Action::EditAnswers | Action::Sign | Action::Submit | Action::Appeal)
}

fn role_beside(role: Role, action: Action) -> bool {
    match action {
        Action::SeeQueue => !matches!(
            role,
            Role::SystemAdministrator
                | Role::CommitteeMember
                | Role::KnowledgeEditor
                | Role::VolunteerCoordinator
                | Role::QualityOfficer
                | Role::PrivacyOfficer
        ),
        Action::SeeSessions => matches!(
            role,
            Role::CommitteeMember | Role::CommitteeChair | Role::CommitteeSecretary | Role::ExecutiveDirector
        ),
        Action::ManageSessions => matches!(role, Role::CommitteeSecretary | Role::CommitteeChair),
        Action::ManageStaff => role == Role::SystemAdministrator,
        Action::ReadAudit => matches!(role, Role::PrivacyOfficer | Role::ExecutiveDirector),
        _ => false,
    }
}

fn role_may(role: Role, action: Action, subject: Subject) -> bool {
    let Subject { relation, stage } = subject;
    let own_branch = relation == Relation::Branch;
    // Nobody handles their own request, and staff never sign for an applicant (H4).
    if matches!(relation, Relation::Own | Relation::Represented | Relation::Stranger) {
        return false;
    }
    let signed = !matches!(stage, StageKind::Draft);
    match role {
        Role::RelationsOfficer => {
            own_branch && signed && matches!(action, Action::View | Action::Match | Action::Return | Action::Register)
        }
        Role::ResearchOfficer => {
            own_branch
                && signed
                && matches!(action, Action::View | Action::OpenStudy | Action::RecordStudy | Action::Refer)
        }
        Role::CommitteeMember | Role::CommitteeChair | Role::CommitteeSecretary => {
            committee_may(role, action, relation, stage)
        }
        Role::ServiceProvider => {
            own_branch
                && matches!(stage, StageKind::Registered | StageKind::Delivering | StageKind::Completed)
                && matches!(action, Action::View | Action::Deliver | Action::ConfirmReceipt)
        }
        Role::BranchDelegate => own_branch && (action == Action::View && signed || action == Action::ConfirmReceipt),
        Role::BranchManager => own_branch && signed && action == Action::View,
        Role::ExecutiveDirector => signed && action == Action::View,
        Role::QualityOfficer
        | Role::KnowledgeEditor
        | Role::VolunteerCoordinator
        | Role::PrivacyOfficer
        | Role::SystemAdministrator => false,
    }
}

/// The committee serves every branch, sees a file from referral on, and nothing of one it has an interest in.
fn committee_may(role: Role, action: Action, relation: Relation, stage: StageKind) -> bool {
    let referred = matches!(
        stage,
        StageKind::BeforeCommittee
            | StageKind::DecisionHeld
            | StageKind::Accepted
            | StageKind::Rejected
            | StageKind::Deferred
            | StageKind::Appealed
            | StageKind::Registered
            | StageKind::Delivering
            | StageKind::Completed
    );
    if !referred || relation == Relation::Conflicted {
        return false;
    }
    match action {
        Action::View => true,
        Action::Vote | Action::StepAside => matches!(role, Role::CommitteeMember | Role::CommitteeChair),
        Action::Decide => matches!(role, Role::CommitteeChair | Role::CommitteeSecretary),
        Action::Refer => role == Role::CommitteeSecretary,
        _ => false,
    }
}
