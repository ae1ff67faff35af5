//! Doors that take as long for those they know as for those they do not: a clock at the door tells a stranger nothing.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Answers come at whole steps of this after the question; the work behind a door is well within the first.
const STEP: Duration = Duration::from_millis(250);

/// The answer, at the next step.
pub async fn evenly<T>(answer: impl Future<Output = T>) -> T {
    let asked = Instant::now();
    let answer = answer.await;
    let mut due = asked + STEP;
    while due < Instant::now() {
        due += STEP;
    }
    sleep_until(due).await;
    answer
}

#[cfg(test)]
mod tests {
    use tokio::time::sleep;

    use super::*;

    #[tokio::test]
    async fn quick_and_slow_answers_come_at_the_same_steps() {
        for (work, steps) in [(0, 1), (100, 1), (300, 2)] {
            let asked = Instant::now();
            evenly(sleep(Duration::from_millis(work))).await;
            let took = asked.elapsed();
            assert!(took >= STEP * steps && took < STEP * (steps + 1), "{work} ms of work took {took:?}");
        }
    }
}
