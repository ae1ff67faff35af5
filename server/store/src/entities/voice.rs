//! Inquiries, complaints and proposals.

pub(crate) mod matter {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "matter")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub reference: String,
        pub kind: String,
        pub stage: String,
        pub branch_id: i64,
        pub person_id: Option<i64>,
        pub sender_sealed: Vec<u8>,
        pub matter_sealed: Vec<u8>,
        pub about: Option<String>,
        pub code_hash: Option<String>,
        pub language: String,
        pub created_at: DateTimeUtc,
        pub due_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod matter_file {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "matter_file")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub matter_id: i64,
        pub file_key: String,
        pub original_name_sealed: Option<Vec<u8>>,
        pub media: String,
        pub bytes: i64,
        pub sha256: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod publication {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "publication")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub matter_id: i64,
        pub decision: String,
        pub text: String,
        pub published_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
