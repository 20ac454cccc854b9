// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '158226abfa9d4a1c';
