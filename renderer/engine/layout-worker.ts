import type { LayoutGraph } from '../../shared/layout/free-layout';
import { laidOut } from './layout-kernel';
import { serveJobs } from './serve-jobs';

// In a worker the kernel takes the messages for itself, beside what it exports.
self.onmessage = null;

serveJobs<LayoutGraph, LayoutGraph>(laidOut);
