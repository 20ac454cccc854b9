// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '4e18b7ff6897d6fb';
