import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { reuse } from '../../shared/model/reuse';
import { evaluateRules } from '../../shared/rules/evaluate';
import { replyTo } from './inquiries';
import type { Answer, Inquiry, Question } from './protocol';

/** The newest question; an older one's second answer is not worked out once a newer one has come. */
let newest = 0;
/** The design asked about last: a question is a copy, of which only what was edited is worked out again. */
let latest: Question['design'] | null = null;

function answer({ ticket, load }: Question, design: ResolvedDesign, stage: Answer['stage']): void {
  const result = analyze(design, { load, percentiles: stage === 'percentiles' });
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  const { findings, suppressed } = evaluateRules({ design, analysis, errors });
  const message: Answer = { ticket, stage, analysis, errors, findings, suppressed };
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<Question | Inquiry>) => {
  if ('inquiry' in data) self.postMessage(replyTo(data));
  else take(data);
});

function take(question: Question): void {
  newest = question.ticket;
  const written = reuse(latest, question.design);
  latest = written;
  const design = resolve(written);
  answer(question, design, 'means');
  setTimeout(() => {
    if (question.ticket === newest) answer(question, design, 'percentiles');
  }, 0);
}
