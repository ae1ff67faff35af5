//! One suite on both databases: on an `SQLite` file always, on `PostgreSQL` when `WISAL_TEST_POSTGRES` holds the
//! address of a superuser of a throw-away cluster. Every test has a database of its own.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// Runs each of these tests on both databases.
macro_rules! on_both {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                super::$test($crate::home::Home::sqlite().await).await;
            })+
        }

        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                if let Some(home) = $crate::home::Home::postgres().await {
                    super::$test(home).await;
                }
            })+
        }
    };
}

mod accounts;
mod articles;
mod audit;
mod committee;
mod given;
mod guards;
mod home;
mod messages;
mod outbox;
mod people;
mod privacy;
mod queue;
mod records;
mod requests;
mod sealing;
mod settings;
mod tables;
mod voice;
mod volunteers;
mod writing;
