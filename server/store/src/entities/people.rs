//! Branches, people and the register of beneficiaries.

pub(crate) mod branch {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "branch")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name_ar: String,
        pub name_en: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod person {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub national_id_sealed: Vec<u8>,
        pub national_id_index: String,
        pub mobile_sealed: Vec<u8>,
        pub mobile_index: String,
        pub name_sealed: Option<Vec<u8>>,
        pub name_normal: Option<String>,
        pub born_on: Option<Date>,
        pub language: String,
        pub branch_id: Option<i64>,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod beneficiary_file {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "beneficiary_file")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub person_id: i64,
        pub number: String,
        pub opened_at: DateTimeUtc,
        pub renew_by: Date,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
