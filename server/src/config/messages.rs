//! How messages leave, and when.

use std::sync::Arc;

use domain::message::{QuietHours, Rules};
use serde::Deserialize;
use services::jobs::{PATIENCE, Transport as Way, Ways};
use transports::{Console, Gateway, HttpSms, Mail, MailSecurity, MailSettings, Secret};

use super::{Config, ConfigError, TimeOfDay, Transport};

/// How messages leave, and when.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    pub transport: Transport,
    /// A shape the product knows, or the path of a description.
    sms_gateway: String,
    sms_url: Option<String>,
    sms_sender: String,
    sms_secret: Secret,
    mail_host: Option<String>,
    mail_port: u16,
    mail_security: MailSecurity,
    mail_user: String,
    mail_password: Secret,
    mail_from: Option<String>,
    quiet_from: TimeOfDay,
    quiet_until: TimeOfDay,
    friday_until: TimeOfDay,
    daily_most: u64,
}

impl Config {
    /// The ways out of the house; `None` where messages stay in the outbox. A demonstration's are read on its own page.
    pub fn ways(&self) -> Result<Option<Ways>, ConfigError> {
        let messages = &self.messages;
        let sms: Arc<dyn Way> = match messages.transport {
            _ if self.demo => return Ok(None),
            Transport::Outbox => return Ok(None),
            Transport::Console if self.is_trial() => Arc::new(Console::with_words()),
            Transport::Console => {
                tracing::warn!("no message reaches anybody: messages.transport is still console");
                Arc::new(Console::without_words())
            }
            Transport::Gateway => Arc::new(messages.sms()?),
        };
        let email = messages.mail()?.map(|mail| -> Arc<dyn Way> { Arc::new(mail) });
        Ok(Some(Ways { sms, email, rules: messages.rules()?, patience: PATIENCE }))
    }
}

impl Messages {
    /// When a message may ring, and how many a day.
    pub fn rules(&self) -> Result<Rules, ConfigError> {
        if self.daily_most == 0 {
            return Err(unfit("messages.daily_most", "nothing would ever be sent"));
        }
        let quiet =
            QuietHours { from: self.quiet_from.0, until: self.quiet_until.0, friday_until: self.friday_until.0 };
        Ok(Rules { quiet, most_a_day: self.daily_most })
    }

    fn sms(&self) -> Result<HttpSms, ConfigError> {
        let url =
            self.sms_url.as_deref().ok_or_else(|| unfit("messages.sms_url", "the gateway's address is missing"))?;
        let gateway = match Gateway::named(&self.sms_gateway) {
            Some(known) => known,
            None => Gateway::parse(
                &std::fs::read_to_string(&self.sms_gateway)
                    .map_err(|why| unfit("messages.sms_gateway", format!("{}: {why}", self.sms_gateway)))?,
            ),
        };
        let gateway = gateway.map_err(|why| unfit("messages.sms_gateway", why))?;
        HttpSms::new(gateway, url, self.sms_sender.clone(), self.sms_secret.clone())
            .map_err(|why| unfit("messages.sms_url", why))
    }

    fn mail(&self) -> Result<Option<Mail>, ConfigError> {
        let Some(host) = &self.mail_host else { return Ok(None) };
        let from =
            self.mail_from.clone().ok_or_else(|| unfit("messages.mail_from", "the sender's address is missing"))?;
        let settings = MailSettings {
            host: host.clone(),
            port: self.mail_port,
            security: self.mail_security,
            user: self.mail_user.clone(),
            password: self.mail_password.clone(),
            from,
        };
        Mail::new(&settings).map(Some).map_err(|why| unfit("messages.mail_host", why))
    }
}

fn unfit(key: &'static str, why: impl std::fmt::Display) -> ConfigError {
    ConfigError::Unfit { key, why: why.to_string() }
}
