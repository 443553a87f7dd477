import type { Guides } from './guide';

export const edgeGuides: Guides = {
  dns: {
    when: 'To find the nearest or the healthy region, and to keep one public name while addresses change.',
    whenNot:
      'To balance single requests, or to take a server out within seconds: resolvers cache responses for as long as they like.',
    tradeOffs: [
      'A short TTL moves traffic sooner and causes more lookups, for which users wait.',
      'Some resolvers and programs keep an address for hours; keep the old one working after a change.',
      'Everything depends on it: a second provider costs little and must be kept in sync.',
    ],
    failsFirst: 'A change by mistake, not load: a wrong record is served everywhere until its TTL expires.',
  },
  cdn: {
    when: 'For everything that is the same for many users: pictures, scripts, video, public pages; and to end TLS near them.',
    whenNot:
      'For personalized responses, or redirects that must be counted: they pass through and only add a hop. Set their hit rate to 0.',
    tradeOffs: [
      'Cached content cannot be withdrawn at once: name files by their content, or purge and wait.',
      'A wrong cache key shows one user the page of another.',
      'Gigabytes cost less than from your own servers, and misses cost twice.',
    ],
    failsFirst:
      'The origin behind it: after a purge, or when the hit rate falls from 0.9 to 0.8, it gets twice the requests.',
  },
  waf: {
    when: 'In front of everything that the public can call with input: forms, log-ins, APIs. It protects for the days between a known vulnerability and its fix.',
    whenNot:
      'In front of private calls, or in place of checking input: rules see patterns, they do not know what a request may do.',
    tradeOffs: [
      'Strict rules block customers too: start in count mode, then block.',
      'It must see plain requests, so TLS ends at it or before it.',
      'Large bodies are read in part only; the rest after the first kilobytes is not inspected.',
    ],
    failsFirst:
      'Its rules: a burst of costly patterns, or a false positive in a release, before the rate that it can read.',
  },
  'ddos-protection': {
    when: 'For every public address that must stay available. Floods exceed any link that you can rent, so it has to be at a provider.',
    whenNot: 'For signed-in users who send too many requests: that is a rate limit by account, behind it.',
    tradeOffs: [
      'It only helps if nothing reaches the servers around it: close their addresses to everybody else.',
      'The basic protection of a cloud is free and covers packets; floods of proper requests need rules, a contract and people.',
      'A detour through a cleaning centre adds some milliseconds while it lasts.',
    ],
    failsFirst: 'The minutes until an attack is detected: by then the servers behind it are overloaded.',
  },
  firewall: {
    when: 'On the way out of private networks to the internet, and between networks that must not see each other.',
    whenNot:
      'To stop attacks in requests: it sees addresses and ports, a WAF sees the request itself. For calls to stores of the same cloud private endpoints are cheaper.',
    tradeOffs: [
      'Everything that leaves pays by the gigabyte, often more than the servers that send it.',
      'One in each zone costs the fixed price three times; one for all zones is a single point of failure.',
      'Allow lists stop a compromised server from sending data out, and need an owner who maintains them.',
    ],
    failsFirst:
      'Ports to one destination: at some 55 000 connections to the same address new ones are refused, long before the bandwidth is exhausted.',
  },
};
