//! Every right there is, printed: role × action × relation × stage. A change of rights shows here before it is merged.

use std::{collections::BTreeSet, fmt::Write as _, path::Path};

use domain::{
    PersonId, RequestId, StaffId, VolunteerId,
    access::{Action, Actor, Relation, Role, Subject, allows, allows_beside},
    request::{StageKind, actions},
};

/// Everyone who can ask: each role alone, and those who are not staff.
fn actors() -> Vec<(String, Actor)> {
    let mut actors = vec![
        ("visitor".to_owned(), Actor::Visitor),
        ("beneficiary".to_owned(), Actor::Beneficiary { person: PersonId(1) }),
        ("tracker".to_owned(), Actor::Tracker { request: RequestId(1) }),
        ("volunteer".to_owned(), Actor::Volunteer { id: VolunteerId(1) }),
        ("system".to_owned(), Actor::System),
    ];
    actors.extend(Role::ALL.map(|role| (role.slug().to_owned(), staff(&[role]))));
    actors
}

fn staff(roles: &[Role]) -> Actor {
    Actor::Staff { id: StaffId(1), roles: roles.iter().copied().collect(), branches: BTreeSet::from([1]) }
}

/// The stages at which an actor so related may do this.
fn stages(actor: &Actor, action: Action, relation: Relation) -> Vec<StageKind> {
    let open = |stage: &StageKind| allows(actor, action, Subject { relation, stage: *stage });
    StageKind::ALL.into_iter().filter(open).collect()
}

fn relation_words(relation: Relation) -> &'static str {
    match relation {
        Relation::Own => "own",
        Relation::Represented => "represented",
        Relation::Branch => "branch",
        Relation::OtherBranch => "other branch",
        Relation::Conflicted => "conflicted",
        Relation::Stranger => "stranger",
    }
}

/// One mark a stage: `●` may, `·` may not.
fn marks(open: &[StageKind]) -> String {
    StageKind::ALL.into_iter().map(|stage| if open.contains(&stage) { '●' } else { '·' }).collect()
}

/// The whole table, one line for each right somebody has somewhere.
fn matrix() -> String {
    let mut table = String::from("Stages, in the order of the marks:\n");
    for (number, stage) in StageKind::ALL.into_iter().enumerate() {
        writeln!(table, "{:>2} {}", number + 1, stage.slug()).expect("written");
    }
    for (name, actor) in actors() {
        writeln!(table, "\n{name}").expect("written");
        for action in Action::ON_REQUESTS {
            for relation in Relation::ALL {
                let open = stages(&actor, action, relation);
                if !open.is_empty() {
                    let action = format!("{action:?}");
                    writeln!(table, "  {action:<15} {:<13} {}", relation_words(relation), marks(&open))
                        .expect("written");
                }
            }
        }
        let beside: Vec<_> =
            Action::BESIDE_REQUESTS.into_iter().filter(|action| allows_beside(&actor, *action)).collect();
        if !beside.is_empty() {
            writeln!(table, "  beside requests: {beside:?}").expect("written");
        }
    }
    table
}

#[test]
fn the_access_table_is_as_reviewed() {
    insta::assert_snapshot!(matrix());
}

/// The same table for people to read, in `docs/access-table.md`.
fn document() -> String {
    let mut page = String::from(
        "# Who may do what\n\n\
         Written by `cargo test -p domain --test access_matrix` from `domain::access` and `domain::request::actions`; \
         the test fails when this page is out of date, and `UPDATE_DOCS=1` writes it anew. What is not listed is refused. \
         Relations: *own* is the person's own request; *represented* one they make for somebody else; *branch* a request of a branch the employee works for; \
         *conflicted* one they stepped aside from, or voted on before an appeal. Whoever may not view a request is told \
         that it does not exist.\n\n\
         ## What may happen at each stage\n\n| stage | actions |\n|---|---|\n",
    );
    for stage in StageKind::ALL {
        writeln!(page, "| {} | {} |", stage.slug(), names(actions::possible(stage))).expect("written");
    }
    for (name, actor) in actors() {
        write!(page, "\n## {name}\n\n").expect("written");
        page.push_str(&rights(&actor));
    }
    page
}

/// One actor's rights; relations with the same stages share a line.
fn rights(actor: &Actor) -> String {
    let mut lines = String::new();
    for action in Action::ON_REQUESTS {
        let mut written: Vec<(Vec<StageKind>, Vec<&str>)> = Vec::new();
        for relation in Relation::ALL {
            let open = stages(actor, action, relation);
            match written.iter_mut().find(|(stages, _)| *stages == open) {
                _ if open.is_empty() => {}
                Some((_, relations)) => relations.push(relation_words(relation)),
                None => written.push((open, vec![relation_words(relation)])),
            }
        }
        for (open, relations) in written {
            let stages: Vec<_> = open.into_iter().map(StageKind::slug).collect();
            writeln!(lines, "| {action:?} | {} | {} |", relations.join(", "), stages.join(", ")).expect("written");
        }
    }
    let beside: Vec<_> = Action::BESIDE_REQUESTS.into_iter().filter(|action| allows_beside(actor, *action)).collect();
    let beside = if beside.is_empty() { String::new() } else { format!("Beside requests: {}.\n", names(&beside)) };
    match (lines.is_empty(), beside.is_empty()) {
        (true, true) => "Nothing.\n".to_owned(),
        (true, false) => beside,
        (false, true) => format!("| action | relation | stages |\n|---|---|---|\n{lines}"),
        (false, false) => format!("| action | relation | stages |\n|---|---|---|\n{lines}\n{beside}"),
    }
}

fn names(actions: &[Action]) -> String {
    actions.iter().map(|action| format!("{action:?}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_page_of_rights_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access-table.md");
    let page = document();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).expect("docs/access-table.md is written");
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == page,
        "docs/access-table.md is out of date: UPDATE_DOCS=1 cargo test -p domain --test access_matrix"
    );
}

/// Every combination, and what must never be among them.
fn everywhere(mut look: impl FnMut(&str, &Actor, Action, Subject)) {
    for (name, actor) in actors() {
        for action in Action::ON_REQUESTS {
            for relation in Relation::ALL {
                for stage in StageKind::ALL {
                    let subject = Subject { relation, stage };
                    if allows(&actor, action, subject) {
                        look(&name, &actor, action, subject);
                    }
                }
            }
        }
    }
}

#[test]
fn nobody_does_what_the_stage_is_not_open_to() {
    everywhere(|name, _, action, subject| {
        assert!(actions::possible(subject.stage).contains(&action), "{name} {action:?} {subject:?}");
    });
}

/// Who may act on a request may see it, apart from the product itself, which looks at nothing.
#[test]
fn whoever_acts_may_look() {
    everywhere(|name, actor, action, subject| {
        if *actor != Actor::System {
            assert!(allows(actor, Action::View, subject), "{name} {action:?} {subject:?}");
        }
    });
}

/// H4: an applicant's own doing is nobody else's, and staff do not handle their own request.
#[test]
fn staff_never_act_for_an_applicant_or_for_themselves() {
    let applicants =
        [Action::EditAnswers, Action::Sign, Action::Submit, Action::Withdraw, Action::Appeal, Action::Rate];
    everywhere(|name, actor, action, subject| {
        if actor.staff().is_some() {
            assert!(!applicants.contains(&action), "{name} {action:?}");
            assert!(
                !matches!(subject.relation, Relation::Own | Relation::Represented | Relation::Stranger),
                "{name} {action:?} {subject:?}"
            );
        }
    });
}

/// H5: of a case one stepped aside from, a member of the committee sees and does nothing.
#[test]
fn who_stepped_aside_is_outside() {
    for role in [Role::CommitteeMember, Role::CommitteeChair, Role::CommitteeSecretary] {
        for action in Action::ON_REQUESTS {
            assert_eq!(stages(&staff(&[role]), action, Relation::Conflicted), [], "{role:?} {action:?}");
        }
    }
}

#[test]
fn visitors_strangers_and_administrators_touch_no_file() {
    everywhere(|name, actor, _, subject| {
        assert_ne!(*actor, Actor::Visitor);
        assert!(subject.relation != Relation::Stranger || *actor == Actor::System, "{name}");
        assert!(!actor.has(Role::SystemAdministrator));
    });
}

/// Only the product issues a held answer, and only the committee decides.
#[test]
fn answers_are_issued_by_the_product_and_decided_by_the_committee() {
    everywhere(|name, actor, action, _| match action {
        Action::Issue | Action::Lapse => assert_eq!(*actor, Actor::System, "{name}"),
        Action::Decide => assert!(actor.has(Role::CommitteeChair) || actor.has(Role::CommitteeSecretary), "{name}"),
        Action::Vote => assert!(actor.has(Role::CommitteeChair) || actor.has(Role::CommitteeMember), "{name}"),
        _ => {}
    });
}

/// Several roles give what each of them gives and nothing more.
#[test]
fn roles_add_up() {
    for one in Role::ALL {
        for other in Role::ALL {
            let both = staff(&[one, other]);
            for action in Action::ON_REQUESTS {
                for relation in Relation::ALL {
                    let either: BTreeSet<_> =
                        [one, other].into_iter().flat_map(|role| stages(&staff(&[role]), action, relation)).collect();
                    let together: BTreeSet<_> = stages(&both, action, relation).into_iter().collect();
                    assert_eq!(together, either, "{one:?} {other:?} {action:?} {relation:?}");
                }
            }
        }
    }
}
