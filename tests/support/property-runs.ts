import fc from 'fast-check';

// A property that says nothing itself is tried so often; fewer times where the quick checks run.
fc.configureGlobal({ numRuns: Number(process.env['LOADLINE_RUNS'] ?? 100) });
