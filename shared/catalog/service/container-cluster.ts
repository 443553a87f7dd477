import { assumed, listPrice, serverAvailability } from '../basis';
import type { Kind } from '../kind';
import { serverFields } from './server-fields';

/** A pool of containers on nodes, which an orchestrator keeps running. */
export const containerCluster: Kind = {
  id: 'container-cluster',
  title: 'Container cluster',
  layer: 'service',
  icon: 'container',
  behaviour: 'station',
  maxScaleUp: 8,
  purpose:
    'Runs a service as many small containers, replaces those that die and adds some when the load grows.',
  keywords: [
    'docker',
    'kubernetes',
    'pod',
    'node',
    'container',
    'orchestrator',
    'cluster',
    'deployment',
    'swarm',
  ],
  technologies: [
    { name: 'Kubernetes', icon: 'kubernetes', aliases: ['k8s', 'k3s', 'rancher'] },
    { name: 'Docker', icon: 'docker', aliases: ['docker compose', 'podman', 'containerd'] },
    { name: 'Amazon EKS', aliases: ['eks'] },
    { name: 'Amazon ECS', aliases: ['ecs'] },
    {
      name: 'AWS Fargate',
      aliases: ['fargate'],
      defaults: {
        autoscaleDelaySeconds: assumed(90, 'A task starts on a machine of the provider', [30, 300]),
        unitCostUsd: listPrice(36, 'One virtual CPU and 2 GB, 0.0405 and 2 × 0.0044 US dollars an hour'),
      },
    },
    { name: 'Google GKE', aliases: ['gke', 'autopilot'] },
    { name: 'Azure AKS', aliases: ['aks'] },
    { name: 'OpenShift', aliases: ['red hat openshift', 'okd'] },
    { name: 'Nomad', aliases: ['hashicorp nomad'] },
    { name: 'Docker Swarm', icon: 'docker', aliases: ['swarm'] },
  ],
  defaults: {
    replicas: assumed(4, 'Containers, spread over machines so that one may fail', [1, 5000]),
    concurrency: assumed(1, 'One virtual CPU a container', [1, 64]),
    serviceMs: assumed(
      0.625,
      'Work of the CPU on a request, calls not counted: 1 600 requests a second a virtual CPU',
      [0.05, 200],
    ),
    cv: assumed(2, 'Most requests are small and a few take ten times the work', [0.5, 4]),
    delayMs: assumed(9.375, 'The rest of a mean of 10 ms: locks, disk, the runtime', [0, 500]),
    delayCv: assumed(1.05, 'p99 46 ms of work and delay together', [0.5, 3]),
    instanceAvailability: serverAvailability,
    connectionPool: assumed(10, 'Connections that each container keeps to a store', [1, 100]),
    autoscaleDelaySeconds: assumed(
      60,
      'From the alarm to the first request on a new container, with room on the machines',
      [15, 600],
    ),
    unitCostUsd: listPrice(31, 'One virtual CPU of a larger machine'),
  },
  main: ['replicas', 'concurrency', 'serviceMs', 'delayMs', 'autoscaleMax'],
  more: ['cv', 'scaleUp', ...serverFields(['delayMs', 'slaAvailability', 'autoscaleMax'])],
};
