// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5512bc7d29d9b20b';
