use crate::answer::answer;
use crate::failure::Failure;
use crate::order::Order;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::Response;
use govplan::{Error, Limits, Loaded, Options};
use std::fmt;
use std::num::NonZeroU16;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, timeout_at};

/// What one request may cost, and all of them together.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Budgets of work on one document. Their `bytes` are the largest body.
    pub limits: Limits,
    /// Documents that are read at once.
    pub readers: NonZeroU16,
    /// Requests that are held at once, each with its body: those being sent, those that wait for a reader, those being read.
    pub places: NonZeroU16,
    /// From the first word of a request to its answer.
    pub time: Duration,
}

/// Where documents are handed in and read.
///
/// A request takes a place, or is sent away at once; then it sends its body, waits for a reader, and is read. Places bound the
/// memory, readers bound the work. Both are given back when the *reading* ends, not when the answer is due: a thread cannot be
/// stopped, and what still works must still count.
#[derive(Clone)]
pub struct Desk {
    settings: Arc<Settings>,
    load: Arc<Load>,
    places: Arc<Semaphore>,
    readers: Arc<Semaphore>,
}

/// What makes plans of bytes: [`govplan::load`].
pub(crate) type Load = dyn Fn(&[u8], &Options) -> Result<Loaded, Error> + Send + Sync;

impl Desk {
    /// A desk where documents are read by [`govplan::load`].
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self::reading_by(settings, govplan::load)
    }

    /// A desk where they are read otherwise, for tests of what happens meanwhile.
    pub fn reading_by(
        settings: Settings,
        load: impl Fn(&[u8], &Options) -> Result<Loaded, Error> + Send + Sync + 'static,
    ) -> Self {
        let semaphore = |permits: NonZeroU16| Arc::new(Semaphore::new(permits.get().into()));
        Self {
            places: semaphore(settings.places),
            readers: semaphore(settings.readers),
            settings: Arc::new(settings),
            load: Arc::new(load),
        }
    }

    /// What it grants.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The answer to a request, within the time of the settings.
    pub(crate) async fn serve(&self, order: Order, request: Request) -> Result<Response, Failure> {
        let deadline = Instant::now() + self.settings.time;
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Failure::busy())?;

        let sent = timeout_at(deadline, Bytes::from_request(request, &())).await;
        let sent = sent.map_err(|_| Failure::slow_body(self.settings.time))?;
        let bytes = sent.map_err(|rejection| Failure::body(&rejection, self.settings.limits.bytes))?;

        let Ok(Ok(reader)) = timeout_at(deadline, Arc::clone(&self.readers).acquire_owned()).await else {
            return Err(Failure::busy());
        };
        let (load, limits) = (Arc::clone(&self.load), self.settings.limits.clone());
        let reading = spawn_blocking(move || {
            let answered = answer(&*load, &bytes, order, limits);
            drop((bytes, place, reader));
            answered
        });
        match timeout_at(deadline, reading).await {
            Ok(Ok(answered)) => answered.map_err(|error| Failure::load(&error)),
            // The runtime is being shut down.
            Ok(Err(_)) => Err(Failure::busy()),
            Err(_) => Err(Failure::slow_document(self.settings.time)),
        }
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Desk").field("settings", &self.settings).finish_non_exhaustive()
    }
}
