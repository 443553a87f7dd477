import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Engine, startEngine } from '../../../renderer/engine/client';
import type { Answer, Inquiry, Question, Reply } from '../../../renderer/engine/protocol';

/** A worker that keeps what it is asked and answers when the test says so. */
class FakeWorker extends EventTarget {
  readonly asked: Question[] = [];
  readonly inquiries: Inquiry[] = [];
  terminated = false;
  postMessage(message: Question | Inquiry): void {
    if ('inquiry' in message) this.inquiries.push(message);
    else this.asked.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(ticket: number, stage: Answer['stage']): void {
    const data: Answer = { ticket, stage, analysis: null, errors: [], findings: [], suppressed: [] };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  reply(inquiry: number, told: Reply['told']): void {
    this.dispatchEvent(new MessageEvent('message', { data: { inquiry, told } satisfies Reply }));
  }
  throw(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

const design = (id: string): Question['design'] => ({ id, name: id, system: {} });

describe('the client of the analysis worker', () => {
  let workers: FakeWorker[];
  let answers: string[];
  let failures: string[];
  let engine: Engine;
  const worker = (): FakeWorker => {
    const newest = workers.at(-1);
    if (newest === undefined) throw new Error('no worker was started');
    return newest;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    answers = [];
    failures = [];
    engine = startEngine(
      {
        onAnswer: ({ ticket, stage }) => answers.push(`${ticket} ${stage}`),
        onFailure: (reason, message) => failures.push(`${reason} ${message}`.trim()),
      },
      () => {
        const started = new FakeWorker();
        workers.push(started);
        return started as unknown as Worker;
      },
    );
  });

  afterEach(() => {
    engine.stop();
    vi.useRealTimers();
  });

  test('passes on both answers to a question', () => {
    engine.ask(design('a'), 1);
    worker().answer(1, 'means');
    worker().answer(1, 'percentiles');
    expect(answers).toEqual(['1 means', '1 percentiles']);
  });

  test('asks the worker that was started before there was anything to ask', () => {
    engine.prepare();
    expect(workers).toHaveLength(1);
    engine.ask(design('a'), 1);
    expect(workers).toHaveLength(1);
    expect(worker().asked).toHaveLength(1);
  });

  test('asks only the newest of the questions that came while it was busy', () => {
    engine.ask(design('a'), 1);
    engine.ask(design('a'), 2);
    engine.ask(design('a'), 3);
    worker().answer(1, 'means');
    expect(worker().asked.map((question) => question.load)).toEqual([1, 3]);
  });

  test('drops the second answer to a question that has been overtaken', () => {
    engine.ask(design('a'), 1);
    engine.ask(design('a'), 2);
    worker().answer(1, 'means');
    worker().answer(1, 'percentiles');
    worker().answer(2, 'means');
    expect(answers).toEqual(['1 means', '2 means']);
  });

  test('does not pass on figures of a design that has been left', () => {
    engine.ask(design('a'), 1);
    engine.ask(design('b'), 1);
    worker().answer(1, 'means');
    worker().answer(2, 'means');
    expect(answers).toEqual(['2 means']);
  });

  test('replaces a worker that is silent for five seconds, says so, and asks what waited', () => {
    engine.ask(design('a'), 1);
    engine.ask(design('a'), 2);
    vi.advanceTimersByTime(5_000);
    expect(failures).toEqual(['hung']);
    expect(workers.map((one) => one.terminated)).toEqual([true, false]);
    expect(worker().asked.map((question) => question.load)).toEqual([2]);
  });

  test('gives the percentiles the rest of the same five seconds', () => {
    engine.ask(design('a'), 1);
    vi.advanceTimersByTime(4_000);
    worker().answer(1, 'means');
    vi.advanceTimersByTime(1_000);
    expect(failures).toEqual(['hung']);
  });

  test('does not ask again what made the worker throw', () => {
    engine.ask(design('a'), 1);
    worker().throw('no such kind');
    expect(failures).toEqual(['threw no such kind']);
    expect(workers).toHaveLength(1);
    engine.ask(design('a'), 2);
    expect(workers).toHaveLength(2);
    expect(worker().asked.map((question) => question.load)).toEqual([2]);
  });

  test('does not start workers without end where the worker itself cannot be loaded', () => {
    engine.ask(design('a'), 1);
    worker().throw('cannot be loaded');
    worker().throw('cannot be loaded');
    expect(workers).toHaveLength(1);
    expect(failures).toHaveLength(1);
  });

  test('after an answer nothing is waited for', () => {
    engine.ask(design('a'), 1);
    worker().answer(1, 'means');
    worker().answer(1, 'percentiles');
    vi.advanceTimersByTime(60_000);
    expect(failures).toEqual([]);
  });

  const words = { id: 'a', code: 'A-01', title: 'A', why: 'For it', source: { text: 'A book' } };

  test('tells each inquiry its own reply, in whatever order they come', async () => {
    const first = engine.inquire('rule', { id: 'a' });
    const second = engine.inquire('rule', { id: 'b' });
    expect(worker().inquiries.map(({ asked }) => asked)).toEqual([{ id: 'a' }, { id: 'b' }]);
    worker().reply(2, null);
    worker().reply(1, words);
    expect(await first).toEqual(words);
    expect(await second).toBeNull();
  });

  test('an inquiry neither waits for the analysis nor is dropped for a newer question', async () => {
    engine.ask(design('a'), 1);
    const told = engine.inquire('rule', { id: 'a' });
    engine.ask(design('a'), 2);
    expect(worker().inquiries).toHaveLength(1);
    worker().answer(1, 'means');
    worker().reply(1, words);
    expect(await told).toEqual(words);
    expect(answers).toEqual(['1 means']);
  });

  test('an inquiry that the worker fails at is told nothing', async () => {
    const told = engine.inquire('rule', { id: 'a' });
    worker().throw('no such rule');
    expect(await told).toBeNull();
    const untold = engine.inquire('rule', { id: 'a' });
    engine.stop();
    expect(await untold).toBeNull();
  });
});
