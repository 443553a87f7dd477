import type { PracticeProgress, PracticeRequest, PracticeResponse } from './practice-protocol';
import { practiceStudy } from './practice-studies';
import { messagesReceived, serveJobs } from './serve-jobs';

serveJobs<PracticeRequest, PracticeResponse | null, PracticeProgress>((wanted, { signal, report }) =>
  practiceStudy(wanted, { signal, report, pause: messagesReceived }),
);
