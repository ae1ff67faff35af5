//! Answers of a synthetic family: a widow with two children in a rented home.

use domain::{
    Halalas, Iban, LongText, NaiveDate, PersonName, ShortText,
    application::{Answer, Group, Identity, Need, Urgency},
    household::{Debt, DebtKind, Household, Income, IncomeKind, Kinship, Livelihood, Member, Tenure},
    name::NamePart,
};

fn part(text: &str) -> NamePart {
    NamePart::parse(text).expect("a name")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub fn identity_facts() -> Identity {
    Identity {
        name: PersonName {
            own: part("سارة"),
            father: Some(part("محمد")),
            grandfather: Some(part("علي")),
            family: part("السالم"),
        },
        born_on: day(1985, 3, 14),
        group: Group::Widow,
        city: ShortText::parse("مكة المكرمة").expect("a city"),
        address: None,
    }
}

pub fn identity() -> Answer {
    Answer::Identity(identity_facts())
}

/// So many members born on a day.
pub fn household_of(members: usize, born_on: NaiveDate) -> Answer {
    let name = ShortText::parse("نورة").expect("a name");
    let member = Member::new(name, Kinship::Daughter, born_on);
    Answer::Household(Household { members: vec![member; members], tenure: Tenure::Rented })
}

pub fn household() -> Answer {
    household_of(2, day(2015, 6, 1))
}

/// An income of so many riyals a month, a rent of 1,200 and an instalment of 300.
pub fn livelihood(riyals: i32) -> Answer {
    Answer::Livelihood(Livelihood {
        incomes: vec![Income { kind: IncomeKind::SocialSecurity, monthly: Halalas::from_riyals(riyals) }],
        rent: Halalas::from_riyals(1_200),
        debts: vec![Debt { kind: DebtKind::Bank, monthly: Halalas::from_riyals(300) }],
    })
}

pub fn need_facts() -> Need {
    Need {
        words: LongText::parse("تأخر إيجار البيت شهرين.").expect("words"),
        urgency: Urgency::ThisMonth,
        iban: Some(Iban::parse("SA03 8000 0000 6080 1016 7519").expect("an IBAN")),
        replies: domain::question::Replies::default(),
    }
}

pub fn need() -> Answer {
    Answer::Need(need_facts())
}
