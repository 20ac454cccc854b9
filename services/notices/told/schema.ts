// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'ae74ab154d7825b8';
