//! What the figures were taken on.

use std::fs;

/// Processor, cores and memory, as far as the system tells.
pub(crate) fn describe() -> String {
    let cpu = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = value(&cpu, "model name").unwrap_or("unknown processor");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let gigabytes = kilobytes(&memory, "MemTotal") / 1_000_000;
    format!("{model}, {cores} cores, {gigabytes} GB")
}

/// The most memory this process ever held, bytes; 0 where the system does not tell.
pub(crate) fn peak_memory() -> u64 {
    kilobytes(&fs::read_to_string("/proc/self/status").unwrap_or_default(), "VmHWM") * 1024
}

fn value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| line.starts_with(key))?;
    line.split_once(':').map(|(_, value)| value.trim())
}

fn kilobytes(text: &str, key: &str) -> u64 {
    value(text, key).and_then(|v| v.split(' ').next()?.parse().ok()).unwrap_or(0)
}

/// Processor seconds all threads of this process have used; 0 where the system does not tell.
pub(crate) fn cpu_seconds() -> f64 {
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let nanoseconds = threads.filter_map(|thread| {
        let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    });
    std::time::Duration::from_nanos(nanoseconds.sum()).as_secs_f64()
}
