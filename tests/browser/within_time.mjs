// Where a run has so many seconds (BROWSER_SECONDS): what did not fit into them is told and is no failure.
export default class WithinTime {
  onBegin(config, suite) { this.suite = suite; }
  printsToStdio() { return false; }  // the list stays

  onEnd(result) {
    if (result.status !== "timedout") return undefined;
    const all = this.suite.allTests();
    const failed = all.filter((test) => test.outcome() === "unexpected").length;
    const ran = all.filter((test) => test.results.some((one) => one.status !== "interrupted" && one.status !== "skipped")).length;
    console.log(`browser tests: ${ran} of ${all.length} ran in the ${process.env.BROWSER_SECONDS} s that they had, ${failed} failed; ` +
      "tests/browser/run runs all");
    return { status: failed > 0 || ran === 0 ? "failed" : "passed" };
  }
}
