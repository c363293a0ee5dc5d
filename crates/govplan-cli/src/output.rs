use crate::exit::Failure;
use govplan::Message;
use std::fs::File;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where bytes go: a file, or standard output.
pub(crate) enum Output<'a> {
    /// A file under another name in the same folder, which takes its place at the end: nobody ever sees half of it. A link
    /// stays one, its file is replaced.
    File(&'a Path, PathBuf, BufWriter<NamedTempFile>),
    /// What is there and no file: a device, a pipe. It is written to as it is, never replaced.
    Device(&'a Path, BufWriter<File>),
    /// Standard output.
    Standard(BufWriter<StdoutLock<'static>>),
}

impl<'a> Output<'a> {
    /// Opens a file, or standard output where none is named.
    pub(crate) fn open(file: Option<&'a Path>) -> Result<Self, Failure> {
        Ok(match file {
            Some(file) => Self::named(file).map_err(|error| unwritable(file, &error))?,
            None => Self::Standard(BufWriter::new(io::stdout().lock())),
        })
    }

    fn named(file: &'a Path) -> io::Result<Self> {
        let there = std::fs::metadata(file);
        if there.is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            let device = File::options().write(true).open(file)?;
            return Ok(Self::Device(file, BufWriter::new(device)));
        }
        let place = file.canonicalize().unwrap_or_else(|_| file.to_owned());
        let temporary = temporary(&place)?;
        Ok(Self::File(file, place, BufWriter::new(temporary)))
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::File(file, _, stream) => stream.write_all(bytes).map_err(|error| unwritable(file, &error)),
            Self::Device(file, stream) => stream.write_all(bytes).map_err(|error| unwritable(file, &error)),
            Self::Standard(stream) => told(stream.write_all(bytes)),
        }
    }

    /// Puts the file in its place. Without this it is never there.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        match self {
            Self::File(file, place, stream) => {
                let whole = stream.into_inner().map_err(io::IntoInnerError::into_error);
                let placed = whole.and_then(|temporary| Ok(temporary.persist(place).map(drop)?));
                placed.map_err(|error| unwritable(file, &error))
            }
            Self::Device(file, mut stream) => stream.flush().map_err(|error| unwritable(file, &error)),
            Self::Standard(mut stream) => told(stream.flush()),
        }
    }
}

/// Writes to a file, or to standard output where none is named.
pub(crate) fn write(bytes: &[u8], file: Option<&Path>) -> Result<(), Failure> {
    let mut output = Output::open(file)?;
    output.write(bytes)?;
    output.finish()
}

/// Writes text for people to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    // The text is coloured or not as the screen asked; the stream makes old Windows terminals understand it.
    let mut stream = anstream::AutoStream::always(io::stdout().lock());
    told(stream.write_all(text.as_bytes()).and_then(|()| stream.flush()))
}

/// A reader that has seen enough is no failure.
fn told(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::files(Message::new(
            format!("无法写到标准输出（{error}）"),
            format!("standard output could not be written: {error}"),
        ))),
        _ => Ok(()),
    }
}

fn unwritable(file: &Path, error: &io::Error) -> Failure {
    let file = file.display();
    Failure::files(Message::new(
        format!("`{file}`：无法写入（{error}），请核对文件夹是否存在、是否可写"),
        format!("`{file}`: could not be written ({error}), check that its folder is there and writable"),
    ))
}

/// A file under another name in the folder of a file.
fn temporary(file: &Path) -> io::Result<NamedTempFile> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    // A file that is there keeps its permissions.
    #[cfg(unix)]
    let usual = || std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(std::fs::metadata(file).map_or_else(|_| usual(), |metadata| metadata.permissions()));
    builder.prefix(".govplan-").tempfile_in(folder)
}
