use crate::desk::Desk;
use crate::router::router;
use axum::serve::Listener;
use std::fmt::Debug;
use std::io;
use tokio::sync::oneshot;
use tokio::time::sleep;

/// Serves until it is told to stop; then takes no new connection, and answers the requests that it has.
///
/// It waits for them no longer than a request may take, so that nobody keeps it from ending by sending nothing.
///
/// # Errors
/// Those of the listener.
pub async fn serve<L>(listener: L, desk: Desk, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()>
where
    L: Listener<Addr: Debug>,
{
    let grace = desk.settings().time;
    let (stopping, stopped) = oneshot::channel();
    let server = axum::serve(listener, router(desk)).with_graceful_shutdown(async {
        stop.await;
        // Nobody waits for it where the listener has failed.
        let _ = stopping.send(());
    });
    let too_late = async {
        let _ = stopped.await;
        sleep(grace).await;
    };
    tokio::select! {
        served = server => served,
        () = too_late => Ok(()),
    }
}
