/**
 * node sum-results.mjs STEPS FILE…: adds up jest's results. A step that failed without a failed test in its results (a
 * check, an install, a run that was cut off) counts as one failure. Prints "N passed, N failed" and fails on any.
 */
import { existsSync, readFileSync } from 'node:fs';

const [steps = '0', ...files] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let stepsWithFailedTests = 0;
for (const file of files.filter((path) => existsSync(path))) {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  // A suite that could not even be loaded has no tests to count.
  const failures = results.numFailedTests + results.numRuntimeErrorTestSuites;
  passed += results.numPassedTests;
  failed += failures;
  if (failures > 0) stepsWithFailedTests++;
}
failed += Math.max(0, Number(steps) - stepsWithFailedTests);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
