//! What happened, and what is on its way: events, the audit chain and the outbox.

pub(crate) mod event {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "event")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub request_id: i64,
        pub at: DateTimeUtc,
        pub kind: String,
        pub actor_kind: String,
        pub actor_id: Option<i64>,
        pub facts: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod audit {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub place: Option<i64>,
        pub at: DateTimeUtc,
        pub actor: String,
        pub action: String,
        pub subject: String,
        pub detail: String,
        pub previous_hash: Option<String>,
        pub hash: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod outbox {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub key: String,
        pub person_id: Option<i64>,
        pub request_id: Option<i64>,
        pub channel: String,
        pub to_sealed: Vec<u8>,
        pub language: String,
        pub template: String,
        pub body_sealed: Vec<u8>,
        pub created_at: DateTimeUtc,
        pub due_at: DateTimeUtc,
        pub sent_at: Option<DateTimeUtc>,
        pub attempts: i64,
        pub last_error: Option<String>,
        pub leased_until: Option<DateTimeUtc>,
        pub given_up_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
