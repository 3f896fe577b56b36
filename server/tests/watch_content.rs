//! `startlinje serve --watch-content`, met as by an author: a file is saved, and the page that is open hears of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod program;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use program::Workplace;

/// How long something may take that happens within two seconds on a machine at rest.
const PATIENCE: Duration = Duration::from_secs(30);
const COVER: &str = "courses/laan-en-bog/course.da.md";
const PAGE: &str = "/laer/laan-en-bog";

/// A server in a process of its own.
struct Server {
    process: Child,
    log: Receiver<String>,
    addr: String,
    author: Workplace,
}

impl Server {
    fn start(flags: &[&str]) -> Self {
        let author = Workplace::new();
        assert!(
            author
                .startlinje(&["demo", "load"])
                .output()
                .unwrap()
                .status
                .success()
        );
        let mut process = author
            .startlinje(&["serve", "--addr", "127.0.0.1:0"])
            .args(flags)
            .env("NO_COLOR", "1")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = lines(process.stderr.take().unwrap());
        let mut server = Self {
            process,
            log,
            addr: String::new(),
            author,
        };
        let line = server.wait_for("serving http://");
        line.split("http://")
            .nth(1)
            .unwrap()
            .trim()
            .clone_into(&mut server.addr);
        server
    }

    /// The first line of the log from now on that holds a text.
    fn wait_for(&self, text: &str) -> String {
        let end = Instant::now() + PATIENCE;
        while let Ok(line) = self
            .log
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            if line.contains(text) {
                return line;
            }
        }
        panic!("the log does not say {text:?}");
    }

    fn request(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.addr).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.addr
        );
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut answer = Vec::new();
        self.request(path).read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn stop(mut self) {
        let pid = self.process.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
        let end = Instant::now() + PATIENCE;
        while self.process.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "the server does not stop");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has stopped already cannot be stopped again.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            // Nobody may be listening any more; the stream is read on, so that the server can write.
            let _ = sender.send(line);
        }
    });
    receiver
}

#[test]
fn what_is_saved_is_shown_and_a_fault_leaves_the_page_as_it_was() {
    let server = Server::start(&["--watch-content"]);
    let page = server.get(PAGE);
    assert!(page.contains("new EventSource"), "{page}");
    let mut events = BufReader::new(server.request("/dev/content"))
        .lines()
        .map_while(Result::ok);
    assert!(events.any(|line| line.starts_with("content-type: text/event-stream")));

    server.author.replace(COVER, "Lån en bog", "Lån to bøger");
    assert!(events.any(|line| line == "data: changed"));
    assert!(server.get(PAGE).contains("Lån to bøger"));

    server.author.replace(COVER, "level = 1", "level = 7");
    server.author.replace(COVER, "Lån to bøger", "Lån tre bøger");
    let fault = server.wait_for("ERROR");
    assert!(
        fault.contains(&format!("{COVER}:4:")) && fault.contains("Cure: "),
        "{fault}"
    );
    server.wait_for("is served as it last was");
    assert!(server.get(PAGE).contains("Lån to bøger"));

    server.author.replace(COVER, "level = 7", "level = 1");
    server.wait_for("the content has been read again");
    assert!(server.get(PAGE).contains("Lån tre bøger"));
    server.stop();
}

#[test]
fn without_the_flag_no_page_loads_itself_again() {
    let server = Server::start(&[]);
    assert!(!server.get(PAGE).contains("EventSource"));
    assert!(server.get("/dev/content").starts_with("HTTP/1.1 404"));
    server.stop();
}
