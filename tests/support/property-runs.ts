import fc from 'fast-check';

// A property that says nothing itself is tried so often; fewer times where the quick checks run. The same cases each time, so
// that a change is what makes it fail: LOADLINE_SEED looks at others.
fc.configureGlobal({
  numRuns: Number(process.env['LOADLINE_RUNS'] ?? 100),
  seed: Number(process.env['LOADLINE_SEED'] ?? 1),
});
