//! What people and the association settled about messages.

pub(crate) mod message_stop {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_stop")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: i64,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod message_wording {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_wording")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub template: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub language: String,
        pub body: String,
        pub version: i64,
        pub staff_id: i64,
        pub at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
