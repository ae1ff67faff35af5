//! Money: whole halalas, never a fraction of one, never a float.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::digits;
use crate::invalid::Invalid;

/// Halalas in a riyal.
const PER_RIYAL: i64 = 100;

/// Bytes beyond which a typed amount is not read at all.
const LONGEST: usize = 100;

/// Marks of the currency people write beside a number.
const CURRENCY: [&str; 6] = ["ريال", "ر.س", "رس", "SAR", "\u{FDFC}", "\u{20C1}"];

/// An amount in halalas (hundredths of a riyal). What people type is zero or more and at most [`Halalas::MAX`]; what is
/// computed, such as income less debts, may be negative. Shown, parsed and written to JSON in riyals: `1,250.50`.
///
/// `+`, `-` and `sum` stop at the ends of `i64`, which nine million amounts of [`Halalas::MAX`] do not reach; where a
/// sum must itself stay an amount that can be typed and paid, use the `checked_` forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Halalas(pub i64);

impl Halalas {
    pub const ZERO: Self = Self(0);
    /// Ten thousand million riyals: more than any association moves.
    pub const MAX: Self = Self(1_000_000_000_000);

    /// An amount of whole riyals. Every `i32` fits.
    #[expect(clippy::as_conversions, reason = "widening; `i64::from` is not const")]
    pub const fn from_riyals(riyals: i32) -> Self {
        Self(riyals as i64 * PER_RIYAL)
    }

    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum, unless it leaves ±[`Halalas::MAX`].
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(Self::payable)
    }

    /// The difference (which may be negative), unless it leaves ±[`Halalas::MAX`].
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).and_then(Self::payable)
    }

    /// The sum of all, unless it leaves ±[`Halalas::MAX`] on the way.
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// An equal share in whole halalas, rounded toward negative infinity, so that the shares never add up to more than
    /// the amount: 1 halala between two is 0 each, −1 halala is −1 each. An amount in no parts stays whole.
    #[must_use]
    pub fn divided_by(self, parts: u32) -> Self {
        Self(self.0.div_euclid(i64::from(parts.max(1))))
    }

    /// Reads riyals, zero or more: `1250`, `1,250.50`, `١٬٢٥٠٫٥`, `500 ريال`. A group after a thousands separator has
    /// three digits and a decimal part one or two, so `1.250` is refused rather than guessed.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let Typed { negative, amount } = Typed::read(raw)?;
        if negative { Err(Invalid::AmountNegative) } else { Ok(amount) }
    }

    fn payable(halalas: i64) -> Option<Self> {
        (halalas.unsigned_abs() <= Self::MAX.0.unsigned_abs()).then_some(Self(halalas))
    }
}

impl Add for Halalas {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Halalas {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Halalas {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Halalas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (riyals, halalas) = ((magnitude / 100).to_string(), magnitude % 100);
        let mut text = String::from(if self.is_negative() { "-" } else { "" });
        for (i, digit) in riyals.chars().enumerate() {
            if i > 0 && (riyals.len() - i).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if halalas > 0 {
            text = format!("{text}.{halalas:02}");
        }
        f.pad(&text)
    }
}

impl FromStr for Halalas {
    type Err = Invalid;

    fn from_str(raw: &str) -> Result<Self, Invalid> {
        Self::parse(raw)
    }
}

impl Serialize for Halalas {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Halalas {
    /// Unlike [`Halalas::parse`], takes computed amounts below zero.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        let Typed { negative, amount } = Typed::read(&raw).map_err(D::Error::custom)?;
        Ok(if negative { Self::ZERO - amount } else { amount })
    }
}

/// A typed amount and the sign before it.
struct Typed {
    negative: bool,
    amount: Halalas,
}

impl Typed {
    fn read(raw: &str) -> Result<Self, Invalid> {
        if raw.len() > LONGEST {
            return Err(Invalid::Amount);
        }
        let text = plain(raw);
        if text.is_empty() {
            return Err(Invalid::Missing);
        }
        let unsigned = text.strip_prefix('-');
        let (riyals, decimals) = match unsigned.unwrap_or(&text).split_once('.') {
            Some((riyals, decimals)) => (riyals, Some(decimals)),
            None => (unsigned.unwrap_or(&text), None),
        };
        let halalas = match decimals {
            None => "00".to_owned(),
            Some(tenths) if tenths.len() == 1 => format!("{tenths}0"),
            Some(hundredths) if hundredths.len() == 2 => hundredths.to_owned(),
            Some(_) => return Err(Invalid::Amount),
        };
        let digits = format!("{}{halalas}", ungrouped(riyals)?);
        if !digits::all_digits(&digits) {
            return Err(Invalid::Amount);
        }
        let amount = digits.parse().ok().and_then(Halalas::payable).ok_or(Invalid::AmountTooLarge)?;
        Ok(Self { negative: unsigned.is_some(), amount })
    }
}

/// The amount with Western digits, `,` and `.` as separators and `-` as sign, without currency and marks.
fn plain(raw: &str) -> String {
    let text: String = digits::to_western(raw)
        .chars()
        .filter(|&c| !digits::is_invisible(c))
        .map(|c| match c {
            '\u{066B}' => '.',
            '\u{066C}' | '\u{060C}' => ',',
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    let mut number = text.trim();
    for mark in CURRENCY {
        number = number.strip_prefix(mark).or_else(|| number.strip_suffix(mark)).unwrap_or(number).trim();
    }
    number.chars().map(|c| if c.is_whitespace() { ',' } else { c }).collect()
}

/// A number without its thousands separators, if it has whole groups of three or none.
fn ungrouped(number: &str) -> Result<String, Invalid> {
    let groups: Vec<&str> = number.split(',').collect();
    let well_grouped = match groups[..] {
        [only] => !only.is_empty(),
        [first, ref rest @ ..] => (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    if well_grouped { Ok(groups.concat()) } else { Err(Invalid::Amount) }
}

#[cfg(test)]
mod tests;
