import type { Guides } from './guide';

export const edgeGuides: Guides = {
  dns: {
    when: 'To find the nearest or the healthy region, and to give the outside one name while addresses change.',
    whenNot:
      'To balance single requests, or to take a server out within seconds: answers are kept by others for as long as they like.',
    tradeOffs: [
      'A short time to live turns traffic sooner and is asked more often, by people who wait for it.',
      'Some resolvers and programs keep an address for hours; keep the old one working after a change.',
      'Nothing else works when it does not: a second provider costs little and must be kept the same.',
    ],
    failsFirst:
      'A change by mistake, not load: a wrong record is served everywhere until its time to live has passed.',
  },
  cdn: {
    when: 'For everything that is the same for many people: pictures, scripts, video, public pages; and to end TLS near them.',
    whenNot:
      'For answers made for one person, or redirects that must be counted: they pass through, and pay the hop. Set their hit rate to 0.',
    tradeOffs: [
      'What is cached cannot be called back at once: name files by their content, or purge and wait.',
      'A wrong cache key shows one person the page of another.',
      'Gigabytes cost less than from your own servers, and misses cost twice.',
    ],
    failsFirst:
      'The origin behind it: after a purge, or when the hit rate falls from 0.9 to 0.8, it gets twice the requests.',
  },
  waf: {
    when: 'In front of everything that the public can call with input: forms, log-ins, APIs. It buys the days between a known vulnerability and its fix.',
    whenNot:
      'In front of private calls, or in place of checking input: rules see patterns, they do not know what a request may do.',
    tradeOffs: [
      'Strict rules stop customers too: begin by counting only, then block.',
      'It must see plain requests, so TLS ends at it or before it.',
      'Large bodies are read in part only; what is behind the first kilobytes passes unseen.',
    ],
    failsFirst:
      'Its rules: a burst of costly patterns, or a false positive in a release, before the rate that it can read.',
  },
  'ddos-protection': {
    when: 'For every public address that would be missed. Floods are larger than any line that you can rent, so it must stand with a provider.',
    whenNot:
      'For calls of people who are logged in and ask for too much: that is a rate limit, by account, behind it.',
    tradeOffs: [
      'It only helps if nothing reaches the servers around it: close their addresses to everybody else.',
      'The basic protection of a cloud is free and covers packets; floods of proper requests need rules, a contract and people.',
      'A detour through a cleaning centre adds some milliseconds while it lasts.',
    ],
    failsFirst:
      'The minutes until an attack is told from a good day: by then the servers behind it have felt it.',
  },
  firewall: {
    when: 'On the way out of private networks to the internet, and between networks that must not see each other.',
    whenNot:
      'To stop attacks in requests: it sees addresses and ports, a WAF sees what is asked. For calls to stores of the same cloud private endpoints are cheaper.',
    tradeOffs: [
      'Everything that leaves pays by the gigabyte, often more than the servers that send it.',
      'One in each zone costs a fixed price thrice; one for all zones is a single way out.',
      'Lists of what may be called stop a stolen server from telling others, and need somebody to keep them.',
    ],
    failsFirst:
      'Ports to one destination: at some 55 000 connections to the same address new ones are refused, long before the bandwidth is used.',
  },
};
