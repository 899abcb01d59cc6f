//! A file that takes everything and tells at its end what it could not write: a ZIP writer that meets a full disk would
//! try again when it is dropped, and print what happened.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

pub(super) struct SteadyFile {
    file: BufWriter<File>,
    failed: Option<io::Error>,
    position: u64,
    length: u64,
}

impl SteadyFile {
    pub(super) fn new(file: File) -> Self {
        Self { file: BufWriter::new(file), failed: None, position: 0, length: 0 }
    }

    /// Brings all of it to the disk, or tells the first reason why it is not there.
    pub(super) fn close(self) -> io::Result<()> {
        match self.failed {
            Some(cause) => Err(cause),
            None => self.file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all(),
        }
    }

    fn attempt(&mut self, act: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) {
        if self.failed.is_none() {
            self.failed = act(&mut self.file).err();
        }
    }
}

impl Write for SteadyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.attempt(|file| file.write_all(bytes));
        self.position += bytes.len() as u64;
        self.length = self.length.max(self.position);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt(|file| file.flush());
        Ok(())
    }
}

impl Seek for SteadyFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(position) => (position, 0),
            SeekFrom::Current(by) => (self.position, by),
            SeekFrom::End(by) => (self.length, by),
        };
        let position = from.checked_add_signed(by).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        self.attempt(|file| file.seek(SeekFrom::Start(position)).map(drop));
        self.position = position;
        Ok(position)
    }
}
