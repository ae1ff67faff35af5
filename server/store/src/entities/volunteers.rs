//! Volunteers, what they are looked for, and what they gave.

pub(crate) mod volunteer {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "volunteer")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub mobile_index: String,
        pub mobile_sealed: Vec<u8>,
        pub profile_sealed: Vec<u8>,
        pub name_normal: String,
        pub language: String,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod volunteer_opportunity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "volunteer_opportunity")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub slug: String,
        pub title_ar: String,
        pub title_en: String,
        pub work_ar: String,
        pub work_en: String,
        pub place_ar: String,
        pub place_en: String,
        pub audience: String,
        pub skills: String,
        pub wanted: i64,
        pub open: bool,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod volunteer_shift {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "volunteer_shift")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub opportunity_id: i64,
        pub held_on: Date,
        /// Minutes after midnight in Riyadh.
        pub starts: i64,
        pub ends: i64,
        pub capacity: i64,
        /// Places taken, never more than `capacity`.
        pub taken: i64,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod volunteer_application {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "volunteer_application")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub reference: String,
        pub volunteer_id: i64,
        pub opportunity_id: i64,
        pub words_sealed: Option<Vec<u8>>,
        pub standing: String,
        pub reason_sealed: Option<Vec<u8>>,
        pub answered_by: Option<i64>,
        pub answered_at: Option<DateTimeUtc>,
        pub created_at: DateTimeUtc,
        pub version: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod volunteer_place {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "volunteer_place")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub shift_id: i64,
        pub volunteer_id: i64,
        /// `false` while it is only asked for.
        pub held: bool,
        /// Confirmed minutes; 0 when the volunteer did not come.
        pub minutes: Option<i64>,
        pub confirmed_by: Option<i64>,
        pub confirmed_at: Option<DateTimeUtc>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod volunteer_certificate {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "volunteer_certificate")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub number: String,
        pub token_hash: String,
        pub token_sealed: Vec<u8>,
        pub application_id: i64,
        pub name_sealed: Vec<u8>,
        pub minutes: i64,
        pub since: Date,
        pub until: Date,
        pub issued_on: Date,
        pub issued_by: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
