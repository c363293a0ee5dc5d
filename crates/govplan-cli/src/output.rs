use crate::exit::Failure;
use govplan::Message;
use std::io::{self, Write};
use std::path::Path;

/// Writes to a file, or to standard output where none is named.
pub(crate) fn write(bytes: &[u8], file: Option<&Path>) -> Result<(), Failure> {
    match file {
        Some(file) => replace(bytes, file).map_err(|error| {
            let file = file.display();
            Failure::files(Message::new(
                format!("`{file}`：无法写入（{error}），请核对文件夹是否存在、是否可写"),
                format!("`{file}`: could not be written ({error}), check that its folder is there and writable"),
            ))
        }),
        None => told(io::stdout().lock().write_all(bytes).and_then(|()| io::stdout().flush())),
    }
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

/// Writes under another name in the same folder, then takes the place of the file: nobody ever sees half of it.
fn replace(bytes: &[u8], file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(permissions);
    let mut temporary = builder.prefix(".govplan-").tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.persist(file)?;
    Ok(())
}
