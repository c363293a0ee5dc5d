//! How the service ends.

use crate::client::{DOCUMENT, Gate, TIME, gated, settings};
use axum::serve::Listener;
use govplan_service::serve;
use std::future::pending;
use std::io;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::advance;

/// A listener whose connections are pipes in memory.
struct Door(mpsc::UnboundedReceiver<DuplexStream>);

impl Listener for Door {
    type Io = DuplexStream;
    type Addr = ();

    async fn accept(&mut self) -> (DuplexStream, ()) {
        match self.0.recv().await {
            Some(connection) => (connection, ()),
            None => pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<()> {
        Ok(())
    }
}

/// A service that runs, with a request that it is reading.
struct Running {
    gate: Gate,
    served: JoinHandle<io::Result<()>>,
    stop: oneshot::Sender<()>,
    client: DuplexStream,
}

async fn running() -> Running {
    let (desk, mut gate) = gated(settings(1, 8));
    let (knock, door) = mpsc::unbounded_channel();
    let (stop, stopped) = oneshot::channel::<()>();
    let served = tokio::spawn(serve(Door(door), desk, async {
        let _ = stopped.await;
    }));
    let (mut client, server) = duplex(1 << 16);
    knock.send(server).unwrap();
    let head = format!("POST /plans HTTP/1.1\r\nhost: test\r\ncontent-length: {}\r\n\r\n", DOCUMENT.len());
    client.write_all(head.as_bytes()).await.unwrap();
    client.write_all(DOCUMENT.as_bytes()).await.unwrap();
    gate.begun.recv().await.unwrap();
    Running { gate, served, stop, client }
}

#[tokio::test(start_paused = true)]
async fn requests_that_are_being_served_have_their_answer() {
    let Running { gate, served, stop, mut client } = running().await;
    stop.send(()).unwrap();
    gate.let_one_through();
    let mut answer = String::new();
    client.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("\"plans\":["), "{answer}");
    served.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn nobody_keeps_it_from_ending() {
    let Running { gate, served, stop, client } = running().await;
    stop.send(()).unwrap();
    while !served.is_finished() {
        advance(TIME).await;
    }
    served.await.unwrap().unwrap();
    drop((gate, client));
}
