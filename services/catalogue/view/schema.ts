// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'b34cb1b892de2400';
