// One run: warm-up bursts, then every cell of the plan at its planned time, all over the same connections. The lab writes the
// configuration (K6Config in the lab's run package) and reads the summary.
import exec from 'k6/execution';
import { Counter, Gauge, Trend } from 'k6/metrics';
import { randomOf } from './lib/random.js';
import { requestsTo } from './lib/requests.js';

const config = JSON.parse(open(__ENV.TWINLAB_CONFIG));
const requests = requestsTo(config);

// Own metrics per phase: k6 has no percentiles of a part of a run otherwise.
const phases = {};
config.phases.forEach((phase, index) => {
  phases[phase.id] = {
    ...phase,
    index,
    send: requests[phase.scenario],
    periodMs: 1000 / phase.rate,
    started: new Gauge(`started_${phase.id}`),
    latency: new Trend(`latency_${phase.id}`, true),
    lag: new Trend(`lag_${phase.id}`, true),
    answered: new Counter(`requests_${phase.id}`),
    failed: new Counter(`failed_${phase.id}`),
    connects: new Counter(`connects_${phase.id}`),
  };
});

const scenarios = {};
const thresholds = {};
config.phases.forEach((phase) => {
  scenarios[phase.id] = {
    executor: 'constant-arrival-rate',
    // k6 takes whole numbers only.
    rate: Math.round(phase.rate * 1000),
    timeUnit: '1000s',
    startTime: `${phase.startMs}ms`,
    duration: `${phase.seconds}s`,
    // Within the pause that follows: were the phases to overlap, k6 would give each its own virtual users, and a cell
    // would meet connections that no warm-up has touched.
    gracefulStop: `${config.gracefulStopMs}ms`,
    preAllocatedVUs: config.connections,
    maxVUs: config.connections,
  };
  // A threshold that always holds is how k6 is told to keep the number by scenario.
  thresholds[`dropped_iterations{scenario:${phase.id}}`] = ['count>=0'];
});

export const options = {
  scenarios,
  thresholds,
  discardResponseBodies: true,
  systemTags: ['scenario'],
  summaryTrendStats: ['count', 'avg', 'max', ...config.percentiles.map((it) => `p(${it})`)],
  userAgent: 'twinlab-k6',
};

export default function () {
  const phase = phases[exec.scenario.name];
  const i = exec.scenario.iterationInTest;
  // Latency counts from the moment the request leaves; what a late generator hides is this.
  phase.lag.add(Math.max(0, Date.now() - (exec.scenario.startTime + i * phase.periodMs)));
  if (i === 0) {
    phase.started.add(exec.scenario.startTime);
  }
  const { response, expected } = phase.send(randomOf(config.seed, phase.index, i), `${phase.id}-${i}`, i);
  phase.answered.add(1);
  if (response.status !== expected) {
    phase.failed.add(1);
  }
  if (response.status !== 0) {
    // k6's own duration leaves out the wait for a connection, which is where a full accept queue shows.
    phase.latency.add(response.timings.blocked + response.timings.duration);
  }
  if (response.timings.connecting > 0) {
    phase.connects.add(1);
  }
}

export function handleSummary(data) {
  const values = (name) => (data.metrics[name] ? data.metrics[name].values : {});
  const summary = config.phases.map((phase) => {
    const latency = values(`latency_${phase.id}`);
    const percentiles = {};
    config.percentiles.forEach((it) => {
      percentiles[it] = latency[`p(${it})`] || 0;
    });
    return {
      id: phase.id,
      startedAtMs: values(`started_${phase.id}`).value || 0,
      requests: values(`requests_${phase.id}`).count || 0,
      failed: values(`failed_${phase.id}`).count || 0,
      dropped: values(`dropped_iterations{scenario:${phase.id}}`).count || 0,
      connects: values(`connects_${phase.id}`).count || 0,
      lagP99Ms: values(`lag_${phase.id}`)['p(99)'] || 0,
      answered: latency.count || 0,
      meanMs: latency.avg || 0,
      maxMs: latency.max || 0,
      percentilesMs: percentiles,
    };
  });
  return { [config.summaryFile]: JSON.stringify(summary) };
}
