//! The service as a program.
#![expect(clippy::print_stderr, reason = "it says where it listens")]

use clap::Parser;
use govplan::Limits;
use govplan_service::{Desk, Settings, serve};
use std::io;
use std::net::SocketAddr;
use std::num::NonZeroU16;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

/// Bytes of a thread's stack: as many as the first thread of a program has, which is what govplan is tested with.
const STACK: usize = 8 << 20;

/// Documents in by HTTP, plans and findings out
#[derive(Debug, Parser)]
#[command(name = "govplan-service", version)]
struct Arguments {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Documents that are read at once
    #[arg(long, value_name = "N", default_value = "2")]
    readers: NonZeroU16,
    /// Requests that are held at once; others are told to come again
    #[arg(long, value_name = "N", default_value = "32")]
    places: NonZeroU16,
    /// Seconds in which a request has its answer
    #[arg(long, value_name = "N", default_value = "10")]
    seconds: NonZeroU16,
    /// Bytes of the largest document
    #[arg(long, value_name = "N", default_value = "8388608")]
    max_bytes: usize,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let runtime = Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build()?;
    let served = runtime.block_on(run(arguments));
    // A thread that still reads is left behind: nobody waits for its answer any more.
    runtime.shutdown_background();
    served
}

async fn run(arguments: Arguments) -> io::Result<()> {
    let Arguments { listen, readers, places, seconds, max_bytes } = arguments;
    let limits = Limits { bytes: max_bytes, ..Limits::default() };
    let desk = Desk::new(Settings { limits, readers, places, time: Duration::from_secs(seconds.get().into()) });
    let stop = stop_signal()?;
    let listener = TcpListener::bind(listen).await?;
    eprintln!("listening on http://{}", listener.local_addr()?);
    serve(listener, desk, stop).await
}

/// Ends when a terminal (Ctrl-C) or a supervisor (SIGTERM) asks the program to stop.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when a terminal asks the program to stop.
#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
