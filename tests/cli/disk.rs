//! A disk that is full or refuses.

use super::site::{Site, faults, files};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A release, and then content that differs nearly everywhere.
fn changed_site() -> Site {
    let site = Site::base();
    site.build().ends(0);
    site.replace("content/windows/hall.yaml", "业务: 身份证办理", "业务: 居民身份证");
    site.replace("content/windows/hall.yaml", "业务: 社保卡补换", "业务: 社会保障卡");
    site
}

/// A build whose files may not grow beyond `blocks` (of 512 or 1024 bytes): writing more fails, as on a full disk.
fn limited(site: &Site, blocks: u64) -> super::site::Ran {
    let build = site.builder(&[]);
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(build.get_program()).args(build.get_args());
    shell.output().unwrap().into()
}

#[test]
fn a_write_that_fails_leaves_the_release_untouched() {
    let site = changed_site();
    let before = site.release();
    for blocks in [0, 1, 4] {
        let ran = limited(&site, blocks).ends(2);
        assert!(ran.err.contains("写不了文件") && ran.err.contains("磁盘是否已满"), "{}", ran.err);
        assert!(ran.err.contains("没有发布任何内容"), "{}", ran.err);
        assert!(site.release() == before, "the release was touched");
        let left = files(&site.path(".hallpress")).into_iter().filter(|(name, _)| name.contains("staging")).count();
        assert_eq!(left, 0, "what was staged would fill the disk further");
    }
    site.build().ends(0);
    assert!(site.release() != before);
    assert!(faults(&site.path("public")).is_empty());
}

#[test]
fn a_journal_that_cannot_be_written_leaves_the_release_untouched() {
    let site = changed_site();
    let before = site.release();
    site.write(".hallpress/public/next.json/in-the-way", "");
    site.build().ends(2).says("没有发布任何内容").says("next.json");
    assert!(site.release() == before);
    fs::remove_dir_all(site.path(".hallpress/public/next.json")).unwrap();
    site.build().ends(0);
}

#[test]
fn a_rename_that_fails_is_told_as_what_it_is() {
    let site = changed_site();
    site.remove("public/signage/s/w-a03/manifest.json");
    site.write("public/signage/s/w-a03/manifest.json/in-the-way", "");
    site.build().ends(2).says("发布到一半").says("再运行一次");
    fs::remove_dir_all(site.path("public/signage/s/w-a03/manifest.json")).unwrap();
    site.build().ends(0);
    assert!(faults(&site.path("public")).is_empty(), "{:?}", faults(&site.path("public")));
}

/// A file system in memory of a given size; gone when dropped.
struct Tiny(tempfile::TempDir);

impl Tiny {
    fn new(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o"])
            .arg(format!("size={size}"))
            .args(["tmpfs".as_ref(), folder.path()])
            .output();
        mount.is_ok_and(|output| output.status.success()).then(|| Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Tiny {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_file_system_leaves_the_release_untouched() {
    // Needs the right to mount; the limit above tests the same everywhere.
    let Some(disk) = Tiny::new("64m") else { return };
    let site = changed_site();
    let build = |site: &Site| {
        let mut command = site.command(&["build", "--as-of", super::site::MOMENT, "--out"]);
        super::site::Ran::from(command.arg(disk.path()).output().unwrap())
    };
    build(&site).ends(0);
    let before = super::site::tree(&disk.path().join("public"));
    // Fills the rest but for a few pages.
    let mut filler = fs::File::create(disk.path().join("filler")).unwrap();
    while std::io::Write::write_all(&mut filler, &[1; 65536]).is_ok() {}
    let size = filler.metadata().unwrap().len();
    filler.set_len(size.saturating_sub(3 * 4096)).unwrap();
    drop(filler);
    site.replace("content/windows/hall.yaml", "业务: 居民身份证", "业务: 证件办理");
    build(&site).ends(2).says("磁盘是否已满");
    assert!(super::site::tree(&disk.path().join("public")) == before);
    fs::remove_file(disk.path().join("filler")).unwrap();
    build(&site).ends(0);
    assert!(faults(&disk.path().join("public")).is_empty());
}
