//! Fuzzing: the Python module, built so that atheris sees what it runs through, under each target of `fuzz/`.

use crate::command::{output, program, run, target, workspace};
use crate::environment::Environment;
use crate::trouble::Trouble;
use std::path::PathBuf;

/// The environment with atheris.
const PACKAGES: Environment = Environment { name: "fuzzing/venv", requirements: "fuzz/requirements.txt" };

/// The targets of `fuzz/targets.py`, each with its share of the time.
const TARGETS: [(&str, u32); 5] =
    [("documents", 6), ("plans", 1), ("expressions", 1), ("registers", 1), ("calendars", 1)];
const SHARES: u32 = 10;

/// What makes LLVM count edges and comparisons, as cargo-fuzz has it, and faults of arithmetic panic.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cdebug-assertions -Coverflow-checks";

/// How the profile for releases is changed: built in less time, with the lines of a fault.
const PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
];

/// Options of libFuzzer: the most seconds and mebibytes of one input, and its most bytes.
const LIMITS: [&str; 4] = ["-timeout=25", "-rss_limit_mb=3072", "-max_len=200000", "-print_final_stats=1"];

/// Runs every target for its share of some seconds; those after one that fails run all the same.
pub(crate) fn run_for(seconds: u32) -> Result<(), Trouble> {
    PACKAGES.make()?;
    let package = package()?;
    let mut failed = Vec::new();
    for (name, share) in TARGETS {
        let (corpus, artifacts) = (folder().join("corpus").join(name), folder().join("artifacts"));
        std::fs::create_dir_all(&corpus)?;
        std::fs::create_dir_all(&artifacts)?;
        let seconds = (seconds / SHARES).max(1) * share;
        let mut python = PACKAGES.installed("python")?;
        python.arg("fuzz/run.py").arg(name).args(LIMITS).arg(format!("-max_total_time={seconds}"));
        python.arg(format!("-artifact_prefix={}/{name}-", artifacts.display())).arg(corpus);
        if run(python.env("PYTHONPATH", &package)).is_err() {
            failed.push(name);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    let artifacts = folder().join("artifacts");
    Err(Trouble::Failed(format!("failed: {}; what broke them lies in {}", failed.join(", "), artifacts.display())))
}

fn folder() -> PathBuf {
    target().join("fuzzing")
}

/// Builds the module with counters and puts it into a copy of the package; the folder that holds that.
fn package() -> Result<PathBuf, Trouble> {
    let host = output(program("rustc")?.args(["--print", "host-tuple"]))?;
    let host = String::from_utf8_lossy(&host).trim().to_owned();
    let build = folder().join("build");
    // With a target of their own the flags leave build scripts and macros alone.
    let mut cargo = crate::command::cargo("build --release --package govplan-python --target");
    cargo.arg(&host).env("RUSTFLAGS", FLAGS).env("CARGO_TARGET_DIR", &build).envs(PROFILE);
    run(&mut cargo)?;
    let package = folder().join("package");
    std::fs::create_dir_all(package.join("govplan"))?;
    for entry in std::fs::read_dir(workspace().join("bindings/python/govplan"))? {
        let file = entry?.path();
        if let Some(name) = file.file_name().filter(|_| file.is_file()) {
            std::fs::copy(&file, package.join("govplan").join(name))?;
        }
    }
    let module = build.join(host).join("release/lib_govplan.so");
    std::fs::copy(module, package.join("govplan/_govplan.abi3.so"))?;
    Ok(package)
}
