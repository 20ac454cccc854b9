// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'cb7c740758e9ab10';
