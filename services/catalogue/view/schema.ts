// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'd3d92a2993827dd4';
