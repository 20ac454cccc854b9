// Made from the OpenAPI document of the gateway.
export interface paths {
    readonly "/v1/trial/tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A token for a person of the trial; trial installations only */
        readonly post: operations["issueToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who the caller is, and until when; what time it is for the rules; and what is the caller’s own */
        readonly get: operations["getSession"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/evidence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Upload a file as evidence; its bytes are the body
         * @description For proposer.officer of any registered organisation.
         */
        readonly post: operations["uploadEvidence"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/evidence/{hash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A file of evidence, as it was uploaded */
        readonly get: operations["downloadEvidence"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/proposers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Cities and agencies */
        readonly get: operations["listProposers"];
        readonly put?: never;
        /**
         * Register a city or agency
         * @description For secretariat.officer.
         */
        readonly post: operations["registerProposer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What drafts of these proposals would be refused for, and what they would lack for their submission */
        readonly post: operations["checkProposals"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Projects: by what is asked of them, or searched for */
        readonly get: operations["listProjects"];
        readonly put?: never;
        /**
         * Draft a project
         * @description For proposer.officer.
         */
        readonly post: operations["draftProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A project, as far as the caller may see it */
        readonly get: operations["getProject"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What happened to a project, its rounds and its agreements, as far as the caller may see it */
        readonly get: operations["getTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/milestones": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The milestones of a project, and whether they are paid */
        readonly get: operations["listMilestonesOfProject"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/fundings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The funding rounds of a project, with the offers that the caller may see */
        readonly get: operations["listFundings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/presence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Says that the caller works at a draft of its organisation now, and answers who else does */
        readonly post: operations["attend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/proposers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A city or agency */
        readonly get: operations["getProposer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/proposal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Put a proposal in the place of the present one
         * @description For proposer.officer.
         */
        readonly put: operations["reviseProposal"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Put documents in the place of those that a proposal has
         * @description For proposer.officer.
         */
        readonly put: operations["attachDocuments"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/contacts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Say whom to ask about a project, in the place of whom was named before
         * @description For proposer.officer or proposer.certifier.
         */
        readonly put: operations["nameContacts"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/submission": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Submit a project
         * @description For proposer.officer.
         */
        readonly post: operations["submitProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/information-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask the proposer for more information
         * @description For secretariat.officer.
         */
        readonly post: operations["requestInformation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/information": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answer what was asked
         * @description For proposer.officer.
         */
        readonly post: operations["provideInformation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/eligibility": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Declare a project eligible
         * @description For secretariat.officer.
         */
        readonly post: operations["declareEligible"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/ineligibility": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Declare a project ineligible, with the reasons
         * @description For secretariat.officer.
         */
        readonly post: operations["declareIneligible"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/opening": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open a project to sponsors; after an unfunded round, for another
         * @description For secretariat.officer.
         */
        readonly post: operations["openProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a funded project
         * @description For secretariat.approver.
         */
        readonly post: operations["approveProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a funded project; its offers end
         * @description For secretariat.approver.
         */
        readonly post: operations["refuseProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraw a project that no agreement binds yet
         * @description For proposer.officer or proposer.certifier.
         */
        readonly post: operations["withdrawProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/closures/{number}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close a completed project, as somebody else proposed it
         * @description For secretariat.approver.
         */
        readonly post: operations["closeProject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/closures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose to close a completed project
         * @description For secretariat.officer.
         */
        readonly post: operations["proposeClosure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/closures/{number}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse to close a project yet
         * @description For secretariat.approver.
         */
        readonly post: operations["refuseClosure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sponsors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sponsors */
        readonly get: operations["listSponsors"];
        readonly put?: never;
        /**
         * Register a sponsor
         * @description For secretariat.officer.
         */
        readonly post: operations["registerSponsor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sponsors/{id}/envelopes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The budget envelopes of a sponsor */
        readonly get: operations["listEnvelopes"];
        readonly put?: never;
        /**
         * Open a budget envelope
         * @description For sponsor.approver.
         */
        readonly post: operations["openEnvelope"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/envelopes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Budget envelopes that the caller may see, by sponsor, sum or the last day of their period */
        readonly get: operations["findEnvelopes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/envelopes/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A budget envelope, with what is reserved, committed and left, and what was proposed of its last day */
        readonly get: operations["getEnvelope"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/envelopes/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What happened to a budget envelope, with who acted and its cause */
        readonly get: operations["getEnvelopeTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sponsors/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A sponsor */
        readonly get: operations["getSponsor"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Mandates, by sponsor, status, country, theme or the largest sum that they give */
        readonly get: operations["listMandates"];
        readonly put?: never;
        /**
         * Publish a mandate
         * @description For sponsor.officer.
         */
        readonly post: operations["publishMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A mandate, with all the terms that it had */
        readonly get: operations["getMandate"];
        /**
         * Put other terms of a mandate in force; offers that were made stay under theirs
         * @description For sponsor.officer.
         */
        readonly put: operations["reviseMandate"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What happened to a mandate; who did it is told to its sponsor and to overseers */
        readonly get: operations["getMandateTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/{id}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Pause a mandate: nothing new is matched with it or offered under it
         * @description For sponsor.officer.
         */
        readonly post: operations["pauseMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/{id}/resumption": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resume a mandate that was paused
         * @description For sponsor.officer.
         */
        readonly post: operations["resumeMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/{id}/retirement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retire a mandate for good: nothing new is matched with it or offered under it
         * @description For sponsor.officer.
         */
        readonly post: operations["retireMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The projects that fit the caller’s own mandates, each once with the best of them */
        readonly get: operations["listMatches"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/what-if": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a mandate of these terms would match, beside what is matched now */
        readonly post: operations["whatIf"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/projects/{id}/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The sponsors’ mandates that match a project best, with reasons */
        readonly get: operations["findSponsors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/{id}/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The projects that match a mandate best, with reasons */
        readonly get: operations["findProjects"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mandates/{id}/matches/{project}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Why a mandate and a project match, or do not */
        readonly get: operations["explainMatch"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Due-diligence passports, by subject, status, level or the last day of their clearance */
        readonly get: operations["listPassports"];
        readonly put?: never;
        /**
         * Ask for the due diligence on a city or agency
         * @description For sponsor.officer or sponsor.approver or secretariat.officer of any registered organisation.
         */
        readonly post: operations["requestDueDiligence"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The due-diligence passport of a city or agency */
        readonly get: operations["getPassport"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passports/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of a passport, with who acted and its cause */
        readonly get: operations["getPassportTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passports/{id}/clearance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Clear the subject until a day
         * @description For secretariat.verifier.
         */
        readonly post: operations["clearSubject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passports/{id}/flag": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Flag the subject; red and escalated end its clearance
         * @description For secretariat.verifier.
         */
        readonly post: operations["flagSubject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passports/{id}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke the clearance of the subject
         * @description For secretariat.verifier.
         */
        readonly post: operations["revokeClearance"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/passports/{id}/reliances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Rely on the clearance of the subject for one of its projects
         * @description For sponsor.approver or secretariat.approver of any registered organisation.
         */
        readonly post: operations["relyOnClearance"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A funding round, with the offers that the caller may see */
        readonly get: operations["getFunding"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The offers of a round that the caller may see */
        readonly get: operations["listOffers"];
        readonly put?: never;
        /**
         * Offer an amount from an envelope
         * @description For sponsor.officer.
         */
        readonly post: operations["proposeOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/comparison": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the offers of a round that the caller may see cost, side by side */
        readonly get: operations["compareOffers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/envelopes/{id}/taken": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What an offer of an amount would take of an envelope today, in the currency of the envelope */
        readonly get: operations["takenOfEnvelope"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers/{offer}/schedule": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** When an offered loan is repaid */
        readonly get: operations["scheduleOfOffer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers/{offer}/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept an offer’s terms, as the side that did not make them
         * @description For proposer.officer or sponsor.officer.
         */
        readonly post: operations["acceptOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers/{offer}/counter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answer an offer’s terms with another amount or other terms
         * @description For proposer.officer or sponsor.officer.
         */
        readonly post: operations["counterOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers/{offer}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decline an offer
         * @description For proposer.officer.
         */
        readonly post: operations["declineOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers/{offer}/retraction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Retract an offer
         * @description For sponsor.officer.
         */
        readonly post: operations["retractOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers/{offer}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve an accepted offer, for the sponsor
         * @description For sponsor.approver.
         */
        readonly post: operations["approveOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/offers/{offer}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take back an offer that was accepted; after the close, the same round goes on
         * @description For sponsor.officer or sponsor.approver.
         */
        readonly post: operations["withdrawOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask the proposer, for yourself or for all who may see the round
         * @description For sponsor.officer of any registered organisation.
         */
        readonly post: operations["askQuestion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings/{id}/questions/{number}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answer a question, as it was asked or for all who may see the round
         * @description For proposer.officer.
         */
        readonly post: operations["answerQuestion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Agreements that the caller may see, by project, party, status or the day until which they are signed */
        readonly get: operations["listAgreements"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An agreement */
        readonly get: operations["getAgreement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/editions/{number}/text": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The bytes that the hash of an edition is taken of: their SHA-256 is what the parties sign */
        readonly get: operations["downloadEdition"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The payments of an agreement */
        readonly get: operations["listPayments"];
        readonly put?: never;
        /**
         * Request a sponsor’s part of a tranche
         * @description For finance.maker.
         */
        readonly post: operations["requestPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The balances of the accounts whose names begin so */
        readonly get: operations["listAccounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/editions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The text that the parties sign by its hash, and what each amendment has left of it */
        readonly get: operations["editionsOfAgreement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/signatures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign an agreement for the caller’s organisation
         * @description For proposer.certifier or sponsor.approver.
         */
        readonly post: operations["signAgreement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/declined-signatures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decline to sign, for the caller’s organisation; the draft is void
         * @description For proposer.certifier or sponsor.approver.
         */
        readonly post: operations["declineSignature"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/measures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose to suspend, resume, terminate or amend an agreement
         * @description For secretariat.officer or proposer.officer or sponsor.officer.
         */
        readonly post: operations["proposeMeasure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/measures/{number}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say, for a party that is heard, what it thinks of a suspension or a termination
         * @description For proposer.officer or proposer.certifier or sponsor.officer or sponsor.approver.
         */
        readonly post: operations["answerMeasure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/measures/{number}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a measure, for the caller’s organisation
         * @description For secretariat.approver or proposer.certifier or sponsor.approver.
         */
        readonly post: operations["approveMeasure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/measures/{number}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a measure
         * @description For secretariat.approver or proposer.certifier or sponsor.approver.
         */
        readonly post: operations["refuseMeasure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/conditions/{number}/report": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say, for the proposer, that a condition of the terms is met
         * @description For proposer.officer or proposer.certifier.
         */
        readonly post: operations["reportCondition"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/conditions/{number}/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, for the sponsor whose condition it is, that it is met
         * @description For sponsor.approver.
         */
        readonly post: operations["confirmCondition"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/conditions/{number}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say, for the sponsor whose condition it is, that it is not met yet
         * @description For sponsor.approver.
         */
        readonly post: operations["refuseCondition"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/part-payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request some of a sponsor’s part of a tranche
         * @description For finance.maker.
         */
        readonly post: operations["requestPartPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/releases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request what was retained of a sponsor’s money
         * @description For finance.maker.
         */
        readonly post: operations["requestRelease"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/advances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask for an advance on a part of a tranche
         * @description For proposer.officer.
         */
        readonly post: operations["askAdvance"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/advances/{number}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse an advance, before its payment is requested
         * @description For finance.maker.
         */
        readonly post: operations["refuseAdvance"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/advances/{number}/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Request the payment of an advance
         * @description For finance.maker.
         */
        readonly post: operations["requestAdvance"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/advances/{number}/expenditures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Submit a statement of expenditure
         * @description For proposer.officer.
         */
        readonly post: operations["submitExpenditure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/advances/{number}/expenditures/{expenditure}/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept what was spent as planned
         * @description For secretariat.verifier.
         */
        readonly post: operations["acceptExpenditure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/advances/{number}/expenditures/{expenditure}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Return a statement of expenditure
         * @description For secretariat.verifier.
         */
        readonly post: operations["returnExpenditure"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/holds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Put a part of a tranche on hold
         * @description For finance.maker or finance.checker or secretariat.approver or sponsor.approver.
         */
        readonly post: operations["holdPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/holds/{number}/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Release, as another person, what is on hold
         * @description For finance.checker or secretariat.approver or sponsor.approver.
         */
        readonly post: operations["releaseHold"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a payment
         * @description For finance.checker.
         */
        readonly post: operations["approvePayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a payment
         * @description For finance.checker.
         */
        readonly post: operations["refusePayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/instruction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Instruct the bank
         * @description For finance.maker.
         */
        readonly post: operations["instructPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/failure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report that the bank did not carry out a payment
         * @description For finance.maker.
         */
        readonly post: operations["failPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/settlement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report that the bank has paid
         * @description For finance.maker.
         */
        readonly post: operations["settlePayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report that the bank has returned a settled payment
         * @description For finance.maker.
         */
        readonly post: operations["returnPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/reversal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report that a settlement was booked by mistake
         * @description For finance.maker.
         */
        readonly post: operations["reversePayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/exchange": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Book what a settled payment cost in the currency of the sponsor’s budget
         * @description For finance.maker.
         */
        readonly post: operations["bookExchange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a second person, what was reported of the bank
         * @description For finance.checker.
         */
        readonly post: operations["confirmPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/payments/{payment}/objection": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say, as a second person, that what was reported of the bank is not so
         * @description For finance.checker.
         */
        readonly post: operations["objectToPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Claim back what was paid
         * @description For secretariat.officer.
         */
        readonly post: operations["claimRecovery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/answer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say, for the proposer, what it thinks of a claim
         * @description For proposer.officer or proposer.certifier.
         */
        readonly post: operations["answerRecovery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve that an amount has to come back, once the proposer was heard
         * @description For secretariat.approver.
         */
        readonly post: operations["approveRecovery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a claim to money that was paid
         * @description For secretariat.approver.
         */
        readonly post: operations["refuseRecovery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/refunds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report that the proposer has paid back an amount
         * @description For finance.maker.
         */
        readonly post: operations["reportRefund"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/resolutions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose that an amount is eligible after all
         * @description For secretariat.officer.
         */
        readonly post: operations["proposeResolution"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/write-offs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose that a sponsor gives up an amount that has to come back
         * @description For secretariat.officer.
         */
        readonly post: operations["proposeWriteOff"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/resolutions/{resolution}/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a second person, how a part of a recovery is settled
         * @description For finance.checker or secretariat.approver or sponsor.approver.
         */
        readonly post: operations["confirmResolution"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/resolutions/{resolution}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say, as a second person, that a part of a recovery is not settled so
         * @description For finance.checker or secretariat.approver or sponsor.approver.
         */
        readonly post: operations["refuseResolution"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/agreements/{id}/recoveries/{number}/resolutions/{resolution}/exchange": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Book what a refund comes to in the currency of the sponsor’s budget
         * @description For finance.maker.
         */
        readonly post: operations["bookExchangeOfRefund"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A statement of account: what was in each kind of account before, each posting, and what is in it after */
        readonly get: operations["getLedger"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Exchange rates by source and day */
        readonly get: operations["listRates"];
        readonly put?: never;
        /**
         * Enter the exchange rates of a source and day
         * @description For finance.maker.
         */
        readonly post: operations["enterRates"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rates/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The exchange rates of a source and day */
        readonly get: operations["getRates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rates/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of the rates of a source and day, with who acted and its cause */
        readonly get: operations["getRatesTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rates/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enter the exchange rates of a file, each day of it
         * @description For finance.maker.
         */
        readonly post: operations["importRates"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rates/{id}/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a second person, the exchange rates that were entered
         * @description For finance.checker.
         */
        readonly post: operations["confirmRates"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/rates/{id}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse the exchange rates that were entered
         * @description For finance.checker.
         */
        readonly post: operations["refuseRates"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/periods": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Closings of the books */
        readonly get: operations["listPeriods"];
        readonly put?: never;
        /**
         * Propose to close the books of all accounts through a day
         * @description For finance.maker.
         */
        readonly post: operations["proposePeriod"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/periods/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A closing of the books, with its trial balance */
        readonly get: operations["getPeriod"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/periods/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of a closing of the books, with who acted and its cause */
        readonly get: operations["getPeriodTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/periods/{id}/closing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close, as a second person, the books through the day that was proposed
         * @description For finance.checker.
         */
        readonly post: operations["closePeriod"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/periods/{id}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse to close the books as it was proposed
         * @description For finance.checker.
         */
        readonly post: operations["refusePeriod"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Statements of banks, by account, status, balance or day */
        readonly get: operations["listStatements"];
        readonly put?: never;
        /**
         * Import a bank’s statements; the bytes of the file are the body
         * @description For finance.maker.
         */
        readonly post: operations["importStatements"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A statement of a bank, with its entries in pages */
        readonly get: operations["getStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of a statement, with who acted and its cause */
        readonly get: operations["getStatementTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a second person, the payments that a statement settles
         * @description For finance.checker.
         */
        readonly post: operations["confirmStatement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/entries/{entry}/payment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say which payment, or refund of a recovery, an entry of a statement is
         * @description For finance.maker.
         */
        readonly post: operations["linkEntry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/entries/{entry}/fee": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that an entry of a statement is a charge of the bank
         * @description For finance.maker.
         */
        readonly post: operations["recordFee"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/entries/{entry}/fee/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse, as a second person, that an entry of a statement is a charge of the bank; it waits again
         * @description For finance.checker.
         */
        readonly post: operations["refuseFee"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/entries/{entry}/dismissal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that an entry of a statement concerns no payment; another person confirms it with the statement
         * @description For finance.maker.
         */
        readonly post: operations["ignoreEntry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/entries/{entry}/dismissal/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse, as a second person, that an entry of a statement concerns no payment; it waits again
         * @description For finance.checker.
         */
        readonly post: operations["refuseDismissal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/entries/{entry}/hold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Note why an entry of a statement has to wait
         * @description For finance.maker.
         */
        readonly post: operations["holdEntry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/owner": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say whose bank account a statement is of
         * @description For finance.maker.
         */
        readonly post: operations["nameStatementOwner"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/owner/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a second person, whose bank account a statement is of
         * @description For finance.checker.
         */
        readonly post: operations["confirmStatementOwner"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/statements/{id}/owner/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse, as a second person, what was said of whose bank account a statement is of
         * @description For finance.checker.
         */
        readonly post: operations["refuseStatementOwner"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/approval-rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The approval rules of the caller’s organisation; of all for overseers */
        readonly get: operations["listApprovalRules"];
        readonly put?: never;
        /**
         * Propose above which amounts two persons of the caller’s organisation approve
         * @description For sponsor.officer or secretariat.officer of any registered organisation.
         */
        readonly post: operations["proposeLimits"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/approval-rules/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Above which amounts two persons of an organisation approve, and who proposed and approved that */
        readonly get: operations["getApprovalRules"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/approval-rules/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of the approval rules, with who acted and its cause */
        readonly get: operations["getApprovalRulesTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/approval-rules/{id}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve, as a second person, the limits that were proposed for the caller’s organisation
         * @description For sponsor.approver or secretariat.approver.
         */
        readonly post: operations["approveLimits"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/approval-rules/{id}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse the limits that were proposed; those that stand go on
         * @description For sponsor.approver or secretariat.approver.
         */
        readonly post: operations["refuseLimits"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the caller’s organisation has delegated; all of it for overseers */
        readonly get: operations["listDelegations"];
        readonly put?: never;
        /**
         * Give a role of one’s own to another person of the organisation for some days
         * @description For proposer.certifier or sponsor.approver or secretariat.approver or finance.checker of any registered organisation.
         */
        readonly post: operations["delegateRole"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which roles the approvers of an organisation have given to others of it, for which days, and who confirmed that */
        readonly get: operations["getDelegations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of the delegations, with who acted and its cause */
        readonly get: operations["getDelegationsTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/{id}/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a third person, that a role is given to another
         * @description For proposer.certifier or sponsor.approver or secretariat.approver or finance.checker.
         */
        readonly post: operations["confirmDelegation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/delegations/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End a delegation at once, or refuse one that waits for its confirmation
         * @description For proposer.certifier or sponsor.approver or secretariat.approver or finance.checker.
         */
        readonly post: operations["endDelegation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bank-accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Bank accounts that the caller may know of, by organisation, status or currency */
        readonly get: operations["listBankAccounts"];
        readonly put?: never;
        /**
         * Name a bank account of the caller’s organisation
         * @description For proposer.officer or sponsor.officer of any registered organisation.
         */
        readonly post: operations["proposeBankAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bank-accounts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A bank account, with its number for whoever may see that */
        readonly get: operations["getBankAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bank-accounts/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of a bank account, with who acted and its cause */
        readonly get: operations["getBankAccountTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bank-accounts/{id}/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a second person, a bank account of the caller’s organisation
         * @description For proposer.certifier or sponsor.approver.
         */
        readonly post: operations["confirmBankAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bank-accounts/{id}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a bank account that somebody has named
         * @description For proposer.certifier or sponsor.approver.
         */
        readonly post: operations["refuseBankAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bank-accounts/{id}/retirement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Let nothing be paid to or from a bank account any more
         * @description For proposer.certifier or sponsor.approver.
         */
        readonly post: operations["retireBankAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files/answers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a bank’s answer to a file of payments; the bytes of the answer are the body
         * @description For finance.maker.
         */
        readonly post: operations["answerPaymentFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Files of payments, by payer, status or currency */
        readonly get: operations["listPaymentFiles"];
        readonly put?: never;
        /**
         * Make a file of approved payments for a sponsor’s bank
         * @description For finance.maker.
         */
        readonly post: operations["makePaymentFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A file of payments, with its transfers in pages */
        readonly get: operations["getPaymentFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sponsors/{id}/payments-for-file": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What may go into a file of payments of a sponsor and currency, and what stands against the others */
        readonly get: operations["paymentsForFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files/{id}/document": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The file as the bank gets it (pain.001.001.09), account numbers and all */
        readonly get: operations["downloadPaymentFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every event of a file of payments, with who acted and its cause */
        readonly get: operations["getPaymentFileTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files/{id}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve, as a second person, a file of payments
         * @description For finance.checker.
         */
        readonly post: operations["approvePaymentFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files/{id}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a file of payments, which releases them
         * @description For finance.checker.
         */
        readonly post: operations["refusePaymentFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payment-files/{id}/sending": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that a file of payments was handed to the bank
         * @description For finance.maker.
         */
        readonly post: operations["sendPaymentFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/fundings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Funding rounds of all projects, with the offers that the caller may see */
        readonly get: operations["findFundings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/offers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Offers that the caller may see */
        readonly get: operations["findOffers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Payments of agreements that the caller has a part in */
        readonly get: operations["findPayments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/work": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What waits for the caller, or for others, to act */
        readonly get: operations["listWork"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Milestones, by project, agreement, party, status or day */
        readonly get: operations["listMilestones"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A milestone, as far as the caller may see it */
        readonly get: operations["getMilestone"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/draft": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The report that a proposer is writing, for its own organisation alone */
        readonly get: operations["getReportDraft"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/money": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What happened to a milestone’s money, step by step */
        readonly get: operations["getMoneyOfMilestone"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/reports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Report on a milestone, with evidence
         * @description For proposer.officer.
         */
        readonly post: operations["reportMilestone"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/draft/sections/results": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Save the results of the report that is being written
         * @description For proposer.officer.
         */
        readonly put: operations["saveDraftResults"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/draft/sections/evidence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Save the evidence of the report that is being written
         * @description For proposer.officer.
         */
        readonly put: operations["saveDraftEvidence"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/draft/sections/narrative": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Save the account of the report that is being written
         * @description For proposer.officer.
         */
        readonly put: operations["saveDraftNarrative"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/draft/sign-off-request": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send the report to the certifier
         * @description For proposer.officer.
         */
        readonly post: operations["sendDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/draft/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Return the report to those who wrote it
         * @description For proposer.certifier.
         */
        readonly post: operations["returnDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/draft/sign-off": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sign the report off: it is submitted as it was signed
         * @description For proposer.certifier.
         */
        readonly post: operations["signOffReport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Return a report to its proposer
         * @description For secretariat.verifier.
         */
        readonly post: operations["returnReport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify a milestone, in full or in part
         * @description For secretariat.verifier.
         */
        readonly post: operations["verifyMilestone"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/rejection": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that a milestone is not met
         * @description For secretariat.verifier.
         */
        readonly post: operations["rejectMilestone"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/waivers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose to ask for a milestone no more
         * @description For secretariat.officer.
         */
        readonly post: operations["proposeWaiver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/waivers/{number}/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse a waiver
         * @description For secretariat.approver.
         */
        readonly post: operations["refuseWaiver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/milestones/{id}/waivers/{number}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a waiver
         * @description For secretariat.approver.
         */
        readonly post: operations["waiveMilestone"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/portfolio": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The money of all published projects, by how sure it is, as far as the caller may know */
        readonly get: operations["getPortfolio"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Policy time, and whether the system is settled */
        readonly get: operations["getClock"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clock/advance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Let policy time pass; trial installations only
         * @description For clock.operator.
         */
        readonly post: operations["advanceClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Events as they happen, as far as the caller may learn of them */
        readonly get: operations["listen"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the caller is told of, the newest first */
        readonly get: operations["listNotices"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/mutes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Say of which kinds and projects nothing is to be told
         * @description For proposer.officer or proposer.certifier or sponsor.officer or sponsor.approver or secretariat.officer or secretariat.verifier or secretariat.approver or finance.maker or finance.checker or auditor of any registered organisation.
         */
        readonly put: operations["muteNotices"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notices/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Mark notices as read, up to a place
         * @description For proposer.officer or proposer.certifier or sponsor.officer or sponsor.approver or secretariat.officer or secretariat.verifier or secretariat.approver or finance.maker or finance.checker or auditor of any registered organisation.
         */
        readonly post: operations["readNotices"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The caller’s own settings */
        readonly get: operations["getSettings"];
        /**
         * Change one’s own settings
         * @description For proposer.officer or proposer.certifier or sponsor.officer or sponsor.approver or secretariat.officer or secretariat.verifier or secretariat.approver or finance.maker or finance.checker or auditor of any registered organisation.
         */
        readonly put: operations["changeSettings"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The searches that the caller keeps */
        readonly get: operations["listSearches"];
        readonly put?: never;
        /**
         * Keep a search
         * @description For proposer.officer or proposer.certifier or sponsor.officer or sponsor.approver or secretariat.officer or secretariat.verifier or secretariat.approver or finance.maker or finance.checker or auditor of any registered organisation.
         */
        readonly post: operations["saveSearch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/searches/{number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Change a search that was kept
         * @description For proposer.officer or proposer.certifier or sponsor.officer or sponsor.approver or secretariat.officer or secretariat.verifier or secretariat.approver or finance.maker or finance.checker or auditor of any registered organisation.
         */
        readonly put: operations["changeSearch"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/searches/{number}/removal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Remove a search that was kept
         * @description For proposer.officer or proposer.certifier or sponsor.officer or sponsor.approver or secretariat.officer or secretariat.verifier or secretariat.approver or finance.maker or finance.checker or auditor of any registered organisation.
         */
        readonly post: operations["removeSearch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/envelopes/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose another last day for the period of a budget envelope
         * @description For sponsor.officer.
         */
        readonly post: operations["proposeEnvelopeEnd"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/envelopes/{id}/end/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm, as a second person, the last day that was proposed; what the envelope backs is paid out until then
         * @description For sponsor.approver.
         */
        readonly post: operations["confirmEnvelopeEnd"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/envelopes/{id}/end/refusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Refuse the last day that was proposed; the period stays as it is
         * @description For sponsor.approver.
         */
        readonly post: operations["refuseEnvelopeEnd"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/day": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What day it is here: a trial has a date of its own */
        readonly get: operations["getPublicDay"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/totals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The money of all published projects, by how sure it is, and how many there are */
        readonly get: operations["getPublicTotals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/flow": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The money of published projects by their countries and status */
        readonly get: operations["getPublicFlow"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many published projects each country has */
        readonly get: operations["getPublicPlaces"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/projects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Published projects: by what is asked of them, or searched for */
        readonly get: operations["listPublicProjects"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/map": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where published projects stand, by what is asked of them */
        readonly get: operations["getPublicMap"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/milestones": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Milestones of published projects, and whether they are paid */
        readonly get: operations["listPublicMilestones"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/projects/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is public of a project */
        readonly get: operations["getPublicProject"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/proposers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A city or agency */
        readonly get: operations["getPublicProposer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/sponsors/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A sponsor */
        readonly get: operations["getPublicSponsor"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/public/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What sponsors look for: mandates that are in force, or paused */
        readonly get: operations["listPublicMandates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/lists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The controlled lists of the installation */
        readonly get: operations["listLists"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/lists/{list}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The codes of a controlled list, with their names in several languages */
        readonly get: operations["getList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Places of the gazetteer by the beginning of their names, the largest first */
        readonly get: operations["findPlaces"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A decimal text with the places of its ISO 4217 currency. */
        readonly Money: {
            readonly amount: string;
            readonly currency: string;
        };
        /** @description RFC 9457 */
        readonly Problem: {
            /** @description Stable: programs may go by it. A path of this API, where a page tells of it; more may come. ProblemFacts lists all. */
            readonly type: ("/problems/role-is-missing" | "/problems/wrong-organisation" | "/problems/person-acts-for-another" | "/problems/prepared-by-the-same-person" | "/problems/subject-is-not-clear" | "/problems/fact-is-out-of-reach" | "/problems/revisions-are-too-many" | "/problems/note-is-missing" | "/problems/name-is-missing" | "/problems/amount-is-not-positive" | "/problems/codes-are-unknown" | "/problems/amount-is-negative" | "/problems/wrong-currency" | "/problems/currencies-differ" | "/problems/joined-person-has-acted" | "/problems/country-is-malformed" | "/problems/proposer-is-registered" | "/problems/proposer-is-unknown" | "/problems/proposal-is-malformed" | "/problems/place-is-unknown" | "/problems/project-is-drafted" | "/problems/reference-is-used" | "/problems/project-is-unknown" | "/problems/project-is-in-another-status" | "/problems/project-is-incomplete" | "/problems/reasons-are-missing" | "/problems/target-is-missing" | "/problems/wrong-round" | "/problems/recoveries-are-open" | "/problems/closure-is-proposed" | "/problems/closure-is-not-proposed" | "/problems/organisation-is-unknown" | "/problems/milestone-is-unknown" | "/problems/milestone-has-begun" | "/problems/milestone-is-in-another-status" | "/problems/it-is-too-early" | "/problems/indicator-is-reported-twice" | "/problems/indicators-are-not-planned" | "/problems/indicators-are-missing" | "/problems/unit-is-another" | "/problems/absence-is-unexplained" | "/problems/report-is-unchanged" | "/problems/countries-are-of-others" | "/problems/evidence-is-missing" | "/problems/evidence-quota-is-used-up" | "/problems/evidence-is-unknown" | "/problems/report-is-another" | "/problems/report-has-its-verdict" | "/problems/payable-share-is-out-of-range" | "/problems/rest-is-missing" | "/problems/nothing-to-carry-to" | "/problems/waiver-is-proposed" | "/problems/waiver-is-not-proposed" | "/problems/rests-are-under-way" | "/problems/amount-is-another" | "/problems/submitted-by-the-same-person" | "/problems/clock-is-real" | "/problems/clock-only-moves-forward" | "/problems/draft-is-another" | "/problems/draft-is-at-the-certifier" | "/problems/draft-is-incomplete" | "/problems/draft-is-not-sent" | "/problems/draft-is-sent" | "/problems/section-has-changed" | "/problems/sign-off-is-required" | "/problems/sponsor-is-registered" | "/problems/sponsor-is-unknown" | "/problems/mandate-is-published" | "/problems/mandate-is-unknown" | "/problems/terms-are-too-long" | "/problems/mandate-is-retired" | "/problems/countries-are-missing" | "/problems/ticket-is-not-positive" | "/problems/ticket-bounds-are-reversed" | "/problems/usual-ticket-is-reversed" | "/problems/usual-ticket-is-outside-the-ticket" | "/problems/themes-are-excluded" | "/problems/period-is-reversed" | "/problems/period-is-over" | "/problems/end-is-past" | "/problems/end-stands" | "/problems/end-is-pending" | "/problems/envelope-end-is-unknown" | "/problems/envelope-end-in-status" | "/problems/envelope-is-claimed" | "/problems/envelope-is-open" | "/problems/envelope-is-not-open" | "/problems/envelope-is-of-another-sponsor" | "/problems/envelope-is-in-another-currency" | "/problems/budget-is-not-enough" | "/problems/offer-holds-another-amount" | "/problems/offer-is-released" | "/problems/offer-is-committed" | "/problems/offer-holds-nothing" | "/problems/offer-is-not-committed" | "/problems/kept-exceeds-commitment" | "/problems/passport-is-unknown" | "/problems/no-review-is-asked-for" | "/problems/clearance-is-too-long" | "/problems/valid-until-is-past" | "/problems/flag-is-graver" | "/problems/nothing-is-cleared" | "/problems/clearance-is-another" | "/problems/clearance-has-not-expired" | "/problems/project-is-of-another" | "/problems/funding-is-unknown" | "/problems/funding-is-opened-already" | "/problems/project-is-not-open-to-sponsors" | "/problems/funding-is-not-open" | "/problems/funding-is-not-closed" | "/problems/rate-is-missing" | "/problems/outside-the-period-of-the-envelope" | "/problems/offer-outlives-the-round" | "/problems/round-is-over" | "/problems/round-is-not-over" | "/problems/mandate-is-not-the-sponsors" | "/problems/envelope-is-unknown" | "/problems/mandate-is-not-published" | "/problems/mandate-does-not-match" | "/problems/amount-is-outside-the-ticket" | "/problems/amount-exceeds-the-gap" | "/problems/amount-is-the-same" | "/problems/loan-terms-do-not-fit" | "/problems/guarantee-terms-do-not-fit" | "/problems/index-does-not-fit" | "/problems/grace-is-too-long" | "/problems/months-do-not-fit" | "/problems/offer-is-unknown" | "/problems/offer-in-status" | "/problems/offer-ends-in-the-past" | "/problems/offer-has-expired" | "/problems/offer-has-not-expired" | "/problems/funding-is-sealed" | "/problems/funding-is-not-approved" | "/problems/terms-are-of-another-version" | "/problems/question-is-unknown" | "/problems/question-is-answered" | "/problems/question-is-public" | "/problems/questions-are-too-many" | "/problems/shares-are-missing" | "/problems/tranches-are-missing" | "/problems/sponsor-shares-twice" | "/problems/offer-is-shared-twice" | "/problems/share-is-not-positive" | "/problems/parts-differ-from-share" | "/problems/tranches-are-not-numbered" | "/problems/tranche-is-negative" | "/problems/shares-and-tranches-differ" | "/problems/agreement-is-unknown" | "/problems/agreement-is-drafted" | "/problems/agreement-is-not-effective" | "/problems/agreement-is-not-a-draft" | "/problems/party-is-not-of-the-agreement" | "/problems/content-changed" | "/problems/payments-are-open" | "/problems/nothing-is-retained" | "/problems/condition-is-unknown" | "/problems/condition-is-met" | "/problems/condition-is-reported" | "/problems/condition-is-not-reported" | "/problems/conditions-are-open" | "/problems/measure-is-pending" | "/problems/measure-is-unknown" | "/problems/measure-in-status" | "/problems/measure-does-not-fit" | "/problems/payments-are-under-way" | "/problems/agreement-is-not-terminating" | "/problems/milestones-are-open" | "/problems/verdicts-are-under-way" | "/problems/changes-are-missing" | "/problems/tranche-is-unknown" | "/problems/tranche-is-changed-twice" | "/problems/tranche-is-closed" | "/problems/date-is-not-in-the-future" | "/problems/shares-would-be-exceeded" | "/problems/field-is-of-another-kind" | "/problems/cause-is-missing" | "/problems/cure-period-is-missing" | "/problems/cure-period-is-over" | "/problems/cure-period-is-under-way" | "/problems/parties-are-heard" | "/problems/nothing-to-answer" | "/problems/provisions-are-missing" | "/problems/amendment-does-not-fit" | "/problems/result-is-changed-twice" | "/problems/result-is-not-promised" | "/problems/result-is-reported" | "/problems/target-is-unchanged" | "/problems/consent-is-missing" | "/problems/offer-is-not-of-the-agreement" | "/problems/offer-is-changed-twice" | "/problems/conditions-are-fixed" | "/problems/recovery-is-unknown" | "/problems/recovery-in-status" | "/problems/answer-is-awaited" | "/problems/nothing-is-open" | "/problems/amount-exceeds-what-is-open" | "/problems/value-date-is-before-the-claim" | "/problems/refund-is-not-reported" | "/problems/resolution-is-unknown" | "/problems/resolution-in-status" | "/problems/advance-is-unknown" | "/problems/advance-in-status" | "/problems/advances-are-not-allowed" | "/problems/advance-exceeds-the-limit" | "/problems/advance-is-not-liquidated" | "/problems/advance-is-pending" | "/problems/advance-is-under-way" | "/problems/milestone-is-judged" | "/problems/part-is-paid-ahead" | "/problems/expenditure-is-unknown" | "/problems/expenditure-in-status" | "/problems/expenditure-is-pending" | "/problems/days-do-not-fit" | "/problems/cell-is-unknown" | "/problems/cell-is-zero" | "/problems/outside-the-period-of-the-budget" | "/problems/cell-has-an-order" | "/problems/milestone-is-not-verified" | "/problems/milestone-is-of-another-agreement" | "/problems/verdict-is-not-applied" | "/problems/person-has-another-duty" | "/problems/requester-is-another" | "/problems/payment-is-unknown" | "/problems/payment-is-not-requested" | "/problems/payment-is-not-approved" | "/problems/payment-is-not-instructed" | "/problems/payment-is-not-settled" | "/problems/payment-is-not-converted" | "/problems/refund-is-not-converted" | "/problems/rate-of-the-day-is-missing" | "/problems/advance-is-rested-on" | "/problems/part-payment-exceeds-the-rest" | "/problems/no-part-payment-is-left" | "/problems/part-payment-is-under-way" | "/problems/retention-is-released" | "/problems/payment-is-claimed-back" | "/problems/payment-is-settled" | "/problems/payment-is-reported" | "/problems/payment-is-not-reported" | "/problems/wrong-payment-report" | "/problems/bank-reference-is-missing" | "/problems/bank-reference-is-malformed" | "/problems/bank-reference-is-used" | "/problems/value-date-is-no-date" | "/problems/value-date-is-before-the-instruction" | "/problems/value-date-is-before-the-settlement" | "/problems/value-date-is-in-the-future" | "/problems/payment-is-held" | "/problems/hold-is-unknown" | "/problems/hold-is-released" | "/problems/person-holds-it" | "/problems/part-is-paid" | "/problems/approval-rules-are-unknown" | "/problems/limits-are-unknown" | "/problems/limits-are-pending" | "/problems/limits-in-status" | "/problems/limit-is-negative" | "/problems/currency-is-limited-twice" | "/problems/bank-account-is-unknown" | "/problems/bank-account-is-proposed" | "/problems/bank-account-in-status" | "/problems/account-to-replace-is-not-in-use" | "/problems/account-number-differs" | "/problems/one-account-number-is-needed" | "/problems/holder-cannot-be-written" | "/problems/iban-is-malformed" | "/problems/iban-is-of-another-country" | "/problems/account-number-is-malformed" | "/problems/bic-is-malformed" | "/problems/bank-is-not-identified" | "/problems/currency-is-unknown" | "/problems/delegations-are-unknown" | "/problems/delegation-is-unknown" | "/problems/delegation-in-status" | "/problems/delegate-is-the-giver" | "/problems/delegate-has-another-duty" | "/problems/delegate-acts-for-another" | "/problems/delegation-begins-in-the-past" | "/problems/delegation-ends-before-it-begins" | "/problems/delegation-is-too-long" | "/problems/delegation-is-over" | "/problems/role-is-delegated-already" | "/problems/payment-file-is-unknown" | "/problems/payment-file-in-status" | "/problems/payment-file-cannot-be-written" | "/problems/payment-file-does-not-stand" | "/problems/execution-date-is-past" | "/problems/payer-has-no-usable-account" | "/problems/nothing-to-pay" | "/problems/payment-is-in-file" | "/problems/payment-is-not-in-file" | "/problems/account-number-is-erased" | "/problems/answer-is-unreadable" | "/problems/answer-is-of-no-file" | "/problems/answer-is-of-no-payment" | "/problems/statement-is-unreadable" | "/problems/statement-differs" | "/problems/statement-is-unknown" | "/problems/entry-is-unknown" | "/problems/entry-is-decided" | "/problems/entry-is-not-charged" | "/problems/entry-is-not-dismissed" | "/problems/entry-is-no-charge" | "/problems/entry-is-no-refund" | "/problems/entry-is-of-one-thing" | "/problems/entry-is-no-settlement" | "/problems/entry-differs-from-payment" | "/problems/statement-has-owner" | "/problems/account-is-not-of-statement" | "/problems/statement-owner-is-named" | "/problems/statement-owner-is-not-named" | "/problems/rates-are-unknown" | "/problems/currency-is-told-twice" | "/problems/rate-date-is-in-the-future" | "/problems/rate-is-not-positive" | "/problems/rate-is-of-its-base" | "/problems/rates-are-unreadable" | "/problems/rates-are-pending" | "/problems/rates-differ" | "/problems/rates-do-not-wait" | "/problems/period-is-unknown" | "/problems/period-ends-within-a-month" | "/problems/period-is-not-over" | "/problems/period-is-closed" | "/problems/period-is-proposed" | "/problems/period-does-not-wait" | "/problems/period-is-unresolved" | "/problems/trial-balance-differs" | "/problems/time-zone-is-unknown" | "/problems/mail-address-is-malformed" | "/problems/mail-address-is-missing" | "/problems/place-is-malformed" | "/problems/search-is-unknown" | "/problems/search-tells-nothing" | "/problems/searches-are-too-many" | "/problems/request-is-malformed" | "/problems/cursor-is-malformed" | "/problems/cursor-is-not-known" | "/problems/position-is-malformed" | "/problems/idempotency-key-is-missing" | "/problems/idempotency-key-is-malformed" | "/problems/if-match-is-malformed" | "/problems/precondition-required" | "/problems/body-is-not-json" | "/problems/body-is-too-large" | "/problems/media-type-is-not-json" | "/problems/content-encoding-is-not-known" | "/problems/evidence-is-not-taken" | "/problems/route-is-unknown" | "/problems/method-is-not-allowed" | "/problems/request-is-in-flight" | "/problems/requests-are-too-many" | "/problems/streams-are-too-many" | "/problems/system-is-not-settled" | "/problems/deadline-would-be-passed" | "/problems/token-is-missing" | "/problems/token-is-not-valid" | "/problems/session-has-ended" | "/problems/credentials-are-two" | "/problems/request-is-of-another-site" | "/problems/sign-in-is-unknown" | "/problems/sign-in-was-refused" | "/problems/sign-in-is-out-of-reach" | "/problems/organisation-is-not-registered" | "/problems/gateway-is-stopping" | "/problems/something-failed" | "/problems/command-id-was-used-for-another-request" | "/problems/version-is-not-expected" | "/problems/stream-is-contended" | "/problems/field-is-invalid" | "/problems/list-has-not-seen-version" | "/problems/position-is-not-reached" | "/problems/waits-are-too-many" | "/problems/caller-is-unknown" | "/problems/call-is-not-for-caller" | "/problems/sender-broke-off" | "/problems/status-is-not-recognised" | "/problems/store-is-out-of-reach" | "/problems/call-failed" | "/problems/events-are-not-there-yet" | "/problems/events-are-out-of-reach" | "/problems/project-not-found" | "/problems/proposer-not-found" | "/problems/milestone-not-found" | "/problems/draft-not-found" | "/problems/list-not-found" | "/problems/evidence-not-found" | "/problems/content-is-damaged" | "/problems/schedule-not-found" | "/problems/money-of-milestone-not-found" | "/problems/envelopes-of-sponsor-not-found" | "/problems/sponsor-not-found" | "/problems/mandate-not-found" | "/problems/envelope-not-found" | "/problems/passport-not-found" | "/problems/questions-not-found" | "/problems/funding-not-found" | "/problems/offer-not-found" | "/problems/agreement-not-found" | "/problems/rate-sheet-not-found" | "/problems/period-not-found" | "/problems/statement-not-found" | "/problems/delegations-not-found" | "/problems/approval-rules-not-found" | "/problems/bank-account-not-found" | "/problems/payment-file-not-found") | string;
            /** @description Names the fact. */
            readonly title: string;
            readonly status: number;
            /** @description What is so, and what to do next. For people: its words may change. */
            readonly detail: string;
            /** @description The fields at fault: a JSON pointer, and the rule. */
            readonly errors?: readonly {
                readonly pointer: string;
                readonly detail: string;
            }[];
            /** @description Of a shape by `type`: see ProblemFacts. Money as Money. */
            readonly facts?: {
                readonly [key: string]: unknown;
            };
            readonly correlationId: string;
        };
        readonly Session: {
            readonly person: string;
            readonly name?: string;
            readonly organisation: string;
            readonly roles: readonly ("proposer.officer" | "proposer.certifier" | "sponsor.officer" | "sponsor.approver" | "secretariat.officer" | "secretariat.verifier" | "secretariat.approver" | "finance.maker" | "finance.checker" | "auditor" | "clock.operator" | "system.workflow")[];
            /** @description Which of the roles are not the caller’s own, and for whom they are held, by a delegation that is in force today. */
            readonly heldFor?: readonly {
                /** @enum {string} */
                readonly role: "proposer.officer" | "proposer.certifier" | "sponsor.officer" | "sponsor.approver" | "secretariat.officer" | "secretariat.verifier" | "secretariat.approver" | "finance.maker" | "finance.checker" | "auditor" | "clock.operator" | "system.workflow";
                readonly person: string;
            }[];
            /**
             * Format: date-time
             * @description When the caller has to sign in again, or get a new token, unless something is done before.
             */
            readonly ends: string;
            /**
             * Format: date-time
             * @description Policy time: what deadlines go by.
             */
            readonly now: string;
            readonly settings?: components["schemas"]["Settings"];
            readonly unread?: components["schemas"]["UnreadCount"];
        };
        /** @description How a person uses Junkan: languages, time, what is told and what is kept. */
        readonly Settings: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. 0 = nothing was ever changed. */
            readonly version: number;
            /**
             * @description Absent: as the browser says.
             * @enum {string}
             */
            readonly language?: "en" | "ja" | "zh-Hans" | "ko" | "th" | "vi" | "id" | "hi" | "bn";
            /** @description A time zone of the IANA database. Absent: the browser's own. */
            readonly timeZone?: string;
            /** @enum {string} */
            readonly density: "comfortable" | "compact";
            /** @description Whether single keys do nothing. */
            readonly shortcutsOff: boolean;
            /** @description Kinds of notices that are not told. */
            readonly mutedKinds: readonly ("project" | "milestone" | "funding" | "offer" | "agreement" | "payment" | "passport" | "reminder" | "match" | "bank-account" | "approval-rules" | "delegation")[];
            /** @description Projects of which nothing is told. */
            readonly mutedProjects: readonly string[];
            /** @description The place up to which notices were read; absent: none was. */
            readonly readTo?: string;
            /** @description Where mail goes. Absent: nowhere. */
            readonly mail?: string;
            /**
             * @description How often mail tells that notices were not read.
             * @enum {string}
             */
            readonly digest: "off" | "daily" | "weekly";
            readonly names?: components["schemas"]["Names"];
        };
        /** @description What is called how, by id, as far as the caller may see it; where it was asked for (`with=names`). */
        readonly Names: {
            readonly [key: string]: {
                readonly text: string;
            };
        };
        /** @description How many notices were not read. */
        readonly UnreadCount: {
            readonly count: number;
            /** @description Whether there are more than that. */
            readonly more: boolean;
        };
        readonly Evidence: {
            /** @description Lower-case hexadecimal SHA-256 of the bytes. */
            readonly hash: string;
            /** @description In bytes. */
            readonly size: string;
            readonly mediaType: string;
            /** @description What it was called where it was uploaded. */
            readonly name?: string;
        };
        readonly Proposer: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            readonly name: string;
            /** @enum {string} */
            readonly kind: "city" | "agency";
            readonly countries: readonly string[];
            readonly names?: components["schemas"]["Names"];
        };
        /** @description Where `q` was found: by item and JSON pointer into it, from and to in UTF-16 code units, the end not included. Of `/proposer`: in what it is called. */
        readonly Matched: {
            readonly [key: string]: {
                readonly [key: string]: readonly (readonly number[])[];
            };
        };
        /** @description What a command answers. */
        readonly Outcome: {
            /** @description The item that the command changed or began. */
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @description Where the item now stands. */
            readonly status: string;
        };
        readonly CheckedProposals: {
            /** @description In the order of the question. */
            readonly proposals: readonly components["schemas"]["CheckedProposal"][];
        };
        /** @description What stands against a proposal; where nothing does, it can be drafted. */
        readonly CheckedProposal: {
            /** @description What not even a draft may say. */
            readonly faults: readonly components["schemas"]["BrokenRule"][];
            /** @description Codes that the lists of the installation do not have. */
            readonly unknownCodes: readonly components["schemas"]["UnknownCode"][];
            /** @description The id of a place that the gazetteer does not have. */
            readonly unknownPlace?: string;
            /** @description Countries for which the proposer is not registered. */
            readonly countriesOfOthers: readonly string[];
            /** @description What keeps it from being submitted; it can be drafted all the same. */
            readonly missing: readonly components["schemas"]["BrokenRule"][];
        };
        readonly BrokenRule: {
            /** @description As contracts name it: "milestones[0].amount"; empty = the proposal as a whole. */
            readonly field: string;
            readonly rule: string;
        };
        readonly UnknownCode: {
            /** @description As contracts name it: "themes[0]". */
            readonly field: string;
            readonly code: string;
            /** @description The name of the list. */
            readonly list: string;
            /** @description Those of the list that are written most like it. */
            readonly nearest: readonly string[];
        };
        readonly Project: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @enum {string} */
            readonly status: "draft" | "submitted" | "more-information-required" | "eligible" | "ineligible" | "open" | "funded" | "unfunded" | "approved" | "refused" | "withdrawn" | "in-implementation" | "suspended" | "terminated" | "completed" | "closed";
            readonly proposer: string;
            readonly proposal: components["schemas"]["Proposal"];
            readonly submission: number;
            /** Format: date-time */
            readonly screeningDue?: string;
            readonly round: number;
            /** Format: date-time */
            readonly roundDeadline?: string;
            readonly funding?: string;
            /** @description From its draft on. */
            readonly agreement?: string;
            /** @description Codes of why it is ineligible, or of why it was left unfunded. */
            readonly reason?: string;
            readonly submittedBy?: string;
            readonly screenedBy?: string;
            readonly approvedBy?: string;
            /** Format: date-time */
            readonly approvalDue?: string;
            readonly reminded?: readonly string[];
            /** @description What was last asked, answered or said with a decision. */
            readonly note?: string;
            /**
             * Format: date-time
             * @description The instant by which the proposer should have answered a question.
             */
            readonly informationDue?: string;
            /**
             * Format: date-time
             * @description The instant by which a completed project should have been closed.
             */
            readonly closingDue?: string;
            /** @description The closure that waits for its second person. */
            readonly closure?: components["schemas"]["Closure"];
            /** @description Of a completed project the recoveries of its agreement, by their numbers, that are neither refused nor resolved: it is not closed before they are. */
            readonly openRecoveries?: readonly number[];
            /** @description Everybody who drafted, revised, submitted or completed the proposal. */
            readonly preparedBy?: readonly string[];
            /**
             * Format: date-time
             * @description When the round began; absent where an earlier version opened it.
             */
            readonly openedAt?: string;
            /**
             * Format: date-time
             * @description The instant by which an eligible project should be open to sponsors.
             */
            readonly openingDue?: string;
            readonly documents?: readonly components["schemas"]["ProjectDocument"][];
            /** @description What was asked and answered. In the item, not in lists. */
            readonly information?: readonly components["schemas"]["InformationRound"][];
            /** @description What was decided, with the words. In the item, not in lists. */
            readonly declarations?: readonly components["schemas"]["Declaration"][];
            /** @description Whom to ask. In the item, not in lists. */
            readonly contacts?: readonly components["schemas"]["Contact"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        /** @description What a proposer asks sponsors to fund. */
        readonly Proposal: {
            /** @description The proposer’s own number for the project. That no other of its projects bears it, the proposer sees to. */
            readonly reference: string;
            readonly title?: string;
            /** @description ISO 3166-1 alpha-2 codes of every country the project covers. */
            readonly countries: readonly string[];
            /** @description Codes of the list themes, for example "solid-waste". */
            readonly themes: readonly string[];
            /** @description Instruments that the proposer can take ("loan", "grant"); empty = any. */
            readonly instruments: readonly string[];
            /** @description The lending instrument preferred, in the funder's own words; may be empty. */
            readonly preferredInstrument?: string;
            /** @description The sum to be raised. */
            readonly target?: components["schemas"]["Money"];
            /** @description The share of the target at which a round may close, in basis points (10000 = all of it). */
            readonly minimumCloseBasisPoints: number;
            /** @description 0 (idea) to 4 (ready to start). */
            readonly readiness: number;
            /** @description Codes of the indicators of which every report tells a value in whatever unit; `planned_indicators` say more of theirs. */
            readonly indicators: readonly string[];
            /** @description The milestone plan; its amounts sum to the target. */
            readonly milestones: readonly components["schemas"]["PlannedMilestone"][];
            /** @description What it is about, in the proposer's words. */
            readonly description?: string;
            /** @description The language of these texts; absent = not said. */
            readonly language?: string;
            /** @description Where it stands. Of a request its `id` alone counts: the rest comes from the gazetteer. */
            readonly place?: components["schemas"]["Place"];
            /** @description How many people it serves; 0 = not said. */
            readonly beneficiaries: number;
            readonly wasteStreams: readonly components["schemas"]["WasteStream"][];
            /** @description What it can treat, as in 120 t/d. */
            readonly capacity?: components["schemas"]["Quantity"];
            /** @description Who will run it. */
            readonly operator?: string;
            /** @description What the proposer pays itself. */
            readonly ownContribution?: components["schemas"]["Money"];
            readonly otherSources: readonly components["schemas"]["OtherSource"][];
            /** @description Of the whole: the target, the own contribution and what other sources give. */
            readonly cost?: components["schemas"]["Money"];
            /** @description The indicators that it reports, each with what is to be reached and when it is measured. */
            readonly plannedIndicators: readonly components["schemas"]["PlannedIndicator"][];
        };
        /** @description One step of the milestone plan. It holds months after the agreement is effective, never a date. */
        readonly PlannedMilestone: {
            readonly number: number;
            readonly title: string;
            readonly monthsAfterEffective: number;
            readonly amount: components["schemas"]["Money"];
        };
        /** @description A place of the gazetteer, which is made of GeoNames. */
        readonly Place: {
            /** @description Its number at GeoNames. */
            readonly id: string;
            readonly name?: string;
            /** @description ISO 3166-1 alpha-2. */
            readonly country?: string;
            /** @description Degrees north, WGS 84. */
            readonly latitude?: string;
            /** @description Degrees east, WGS 84. */
            readonly longitude?: string;
        };
        readonly WasteStream: {
            /** @description A code of the list waste-streams. */
            readonly stream: string;
            readonly tonnesPerYear?: string;
        };
        readonly Quantity: {
            readonly quantity: string;
            /** @description A code of the list units. */
            readonly unit: string;
        };
        readonly OtherSource: {
            readonly name: string;
            readonly amount: components["schemas"]["Money"];
        };
        readonly PlannedIndicator: {
            /** @description A code of the list indicators. */
            readonly code: string;
            /** @description A code of the list units. */
            readonly unit?: string;
            /** @description The value before the project. */
            readonly baseline?: string;
            /** @description The value that is to be reached. */
            readonly target?: string;
            /** @description How it is measured. */
            readonly method?: string;
            /** @description The numbers of the milestones whose reports tell it; none = the last one. */
            readonly milestones: readonly number[];
        };
        /** @description The wish to close a completed project, while it waits for a second person. */
        readonly Closure: {
            readonly number: number;
            readonly note?: string;
            readonly proposedBy: string;
        };
        /** @description A file that belongs to a proposal, for the parties of the project. */
        readonly ProjectDocument: {
            readonly title: string;
            /** @description Of a file that was uploaded as evidence is. */
            readonly hash: string;
            /** @description The language that it is in; absent = not said. */
            readonly language?: string;
        };
        /** @description What the secretariat asked and the proposer answered. */
        readonly InformationRound: {
            readonly submission: number;
            readonly question: components["schemas"]["Words"];
            /** @description Absent while the question waits. */
            readonly answer?: components["schemas"]["Words"];
        };
        /** @description What a person said, who and when. */
        readonly Words: {
            /** @description Words that can be erased. */
            readonly note?: string;
            /** @description Whether the words were erased. */
            readonly erased: boolean;
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
        };
        /** @description What was decided on a project. */
        readonly Declaration: {
            /** @enum {string} */
            readonly decision: "eligible" | "ineligible" | "approved" | "refused" | "withdrawn" | "closure-proposed" | "closure-refused" | "closed";
            readonly reasons: readonly string[];
            readonly said: components["schemas"]["Words"];
        };
        /** @description Somebody whom to ask about a project. What is said of a person can be erased. */
        readonly Contact: {
            readonly name: string;
            /** @description What the person does there. */
            readonly role?: string;
            readonly email?: string;
            readonly phone?: string;
        };
        /** @description Whether the caller may do an operation now. Operations that are never its organisation’s are left out. */
        readonly Permission: {
            /** @enum {string} */
            readonly operation: "signAgreement" | "declineSignature" | "proposeMeasure" | "answerMeasure" | "approveMeasure" | "refuseMeasure" | "reportCondition" | "confirmCondition" | "refuseCondition" | "requestPayment" | "requestPartPayment" | "requestRelease" | "askAdvance" | "refuseAdvance" | "requestAdvance" | "submitExpenditure" | "acceptExpenditure" | "returnExpenditure" | "holdPayment" | "releaseHold" | "approvePayment" | "refusePayment" | "instructPayment" | "failPayment" | "settlePayment" | "returnPayment" | "reversePayment" | "bookExchange" | "confirmPayment" | "objectToPayment" | "claimRecovery" | "answerRecovery" | "approveRecovery" | "refuseRecovery" | "reportRefund" | "proposeResolution" | "proposeWriteOff" | "confirmResolution" | "refuseResolution" | "bookExchangeOfRefund" | "importStatements" | "confirmStatement" | "linkEntry" | "recordFee" | "refuseFee" | "ignoreEntry" | "refuseDismissal" | "holdEntry" | "nameStatementOwner" | "confirmStatementOwner" | "refuseStatementOwner" | "makePaymentFile" | "approvePaymentFile" | "refusePaymentFile" | "sendPaymentFile" | "answerPaymentFile" | "proposeBankAccount" | "confirmBankAccount" | "refuseBankAccount" | "retireBankAccount" | "enterRates" | "importRates" | "confirmRates" | "refuseRates" | "proposePeriod" | "closePeriod" | "refusePeriod" | "proposeLimits" | "approveLimits" | "refuseLimits" | "proposeOffer" | "acceptOffer" | "counterOffer" | "declineOffer" | "retractOffer" | "approveOffer" | "withdrawOffer" | "askQuestion" | "answerQuestion" | "changeSettings" | "muteNotices" | "readNotices" | "saveSearch" | "changeSearch" | "removeSearch" | "registerProposer" | "draftProject" | "reviseProposal" | "attachDocuments" | "nameContacts" | "submitProject" | "requestInformation" | "provideInformation" | "declareEligible" | "declareIneligible" | "openProject" | "approveProject" | "refuseProject" | "withdrawProject" | "closeProject" | "proposeClosure" | "refuseClosure" | "delegateRole" | "confirmDelegation" | "endDelegation" | "reportMilestone" | "saveDraftResults" | "saveDraftEvidence" | "saveDraftNarrative" | "sendDraft" | "returnDraft" | "signOffReport" | "returnReport" | "verifyMilestone" | "rejectMilestone" | "proposeWaiver" | "refuseWaiver" | "waiveMilestone" | "advanceClock" | "uploadEvidence" | "registerSponsor" | "publishMandate" | "reviseMandate" | "pauseMandate" | "resumeMandate" | "retireMandate" | "openEnvelope" | "proposeEnvelopeEnd" | "confirmEnvelopeEnd" | "refuseEnvelopeEnd" | "requestDueDiligence" | "clearSubject" | "flagSubject" | "revokeClearance" | "relyOnClearance";
            /**
             * @description `allowed` with a body that no rule objects to; `done`: it would be accepted and change nothing.
             * @enum {string}
             */
            readonly answer: "allowed" | "done" | "refused";
            /** @description The offer of the round that it is done to. */
            readonly offer?: string;
            /** @description The payment of the agreement that it is done to. */
            readonly payment?: string;
            /** @description The number of the agreement’s measure that it is done to. */
            readonly measure?: number;
            /** @description The tranche of which a part can be requested, or held; left out = what was retained of all of them. */
            readonly tranche?: number;
            /** @description The sponsor whose part of the tranche it is. */
            readonly sponsor?: string;
            /** @description The number of the round’s question that it is done to. */
            readonly question?: number;
            /** @description The number of the statement’s entry that it is done to. */
            readonly entry?: number;
            /** @description The number of the agreement’s condition that it is done to. */
            readonly condition?: number;
            /** @description The number of the agreement’s recovery that it is done to. */
            readonly recovery?: number;
            /** @description The number of the recovery’s resolution that it is done to. */
            readonly resolution?: number;
            /** @description The number of the agreement’s advance that it is done to. */
            readonly advance?: number;
            /** @description The number of the advance’s statement of expenditure that it is done to. */
            readonly expenditure?: number;
            /** @description The number of the agreement’s hold that it is done to. */
            readonly hold?: number;
            /** @description The number of the organisation’s delegation that it is done to. */
            readonly delegation?: number;
            /** @description Where it is refused: the roles of which one is needed. */
            readonly roles?: readonly ("proposer.officer" | "proposer.certifier" | "sponsor.officer" | "sponsor.approver" | "secretariat.officer" | "secretariat.verifier" | "secretariat.approver" | "finance.maker" | "finance.checker" | "auditor" | "clock.operator" | "system.workflow")[];
            /** @description Where it is refused: the problem that the command would meet, by `type` and `facts` as in ProblemFacts. */
            readonly reason?: {
                readonly type: ("/problems/role-is-missing" | "/problems/wrong-organisation" | "/problems/person-acts-for-another" | "/problems/prepared-by-the-same-person" | "/problems/subject-is-not-clear" | "/problems/fact-is-out-of-reach" | "/problems/revisions-are-too-many" | "/problems/note-is-missing" | "/problems/name-is-missing" | "/problems/amount-is-not-positive" | "/problems/codes-are-unknown" | "/problems/amount-is-negative" | "/problems/wrong-currency" | "/problems/currencies-differ" | "/problems/joined-person-has-acted" | "/problems/country-is-malformed" | "/problems/proposer-is-registered" | "/problems/proposer-is-unknown" | "/problems/proposal-is-malformed" | "/problems/place-is-unknown" | "/problems/project-is-drafted" | "/problems/reference-is-used" | "/problems/project-is-unknown" | "/problems/project-is-in-another-status" | "/problems/project-is-incomplete" | "/problems/reasons-are-missing" | "/problems/target-is-missing" | "/problems/wrong-round" | "/problems/recoveries-are-open" | "/problems/closure-is-proposed" | "/problems/closure-is-not-proposed" | "/problems/organisation-is-unknown" | "/problems/milestone-is-unknown" | "/problems/milestone-has-begun" | "/problems/milestone-is-in-another-status" | "/problems/it-is-too-early" | "/problems/indicator-is-reported-twice" | "/problems/indicators-are-not-planned" | "/problems/indicators-are-missing" | "/problems/unit-is-another" | "/problems/absence-is-unexplained" | "/problems/report-is-unchanged" | "/problems/countries-are-of-others" | "/problems/evidence-is-missing" | "/problems/evidence-quota-is-used-up" | "/problems/evidence-is-unknown" | "/problems/report-is-another" | "/problems/report-has-its-verdict" | "/problems/payable-share-is-out-of-range" | "/problems/rest-is-missing" | "/problems/nothing-to-carry-to" | "/problems/waiver-is-proposed" | "/problems/waiver-is-not-proposed" | "/problems/rests-are-under-way" | "/problems/amount-is-another" | "/problems/submitted-by-the-same-person" | "/problems/clock-is-real" | "/problems/clock-only-moves-forward" | "/problems/draft-is-another" | "/problems/draft-is-at-the-certifier" | "/problems/draft-is-incomplete" | "/problems/draft-is-not-sent" | "/problems/draft-is-sent" | "/problems/section-has-changed" | "/problems/sign-off-is-required" | "/problems/sponsor-is-registered" | "/problems/sponsor-is-unknown" | "/problems/mandate-is-published" | "/problems/mandate-is-unknown" | "/problems/terms-are-too-long" | "/problems/mandate-is-retired" | "/problems/countries-are-missing" | "/problems/ticket-is-not-positive" | "/problems/ticket-bounds-are-reversed" | "/problems/usual-ticket-is-reversed" | "/problems/usual-ticket-is-outside-the-ticket" | "/problems/themes-are-excluded" | "/problems/period-is-reversed" | "/problems/period-is-over" | "/problems/end-is-past" | "/problems/end-stands" | "/problems/end-is-pending" | "/problems/envelope-end-is-unknown" | "/problems/envelope-end-in-status" | "/problems/envelope-is-claimed" | "/problems/envelope-is-open" | "/problems/envelope-is-not-open" | "/problems/envelope-is-of-another-sponsor" | "/problems/envelope-is-in-another-currency" | "/problems/budget-is-not-enough" | "/problems/offer-holds-another-amount" | "/problems/offer-is-released" | "/problems/offer-is-committed" | "/problems/offer-holds-nothing" | "/problems/offer-is-not-committed" | "/problems/kept-exceeds-commitment" | "/problems/passport-is-unknown" | "/problems/no-review-is-asked-for" | "/problems/clearance-is-too-long" | "/problems/valid-until-is-past" | "/problems/flag-is-graver" | "/problems/nothing-is-cleared" | "/problems/clearance-is-another" | "/problems/clearance-has-not-expired" | "/problems/project-is-of-another" | "/problems/funding-is-unknown" | "/problems/funding-is-opened-already" | "/problems/project-is-not-open-to-sponsors" | "/problems/funding-is-not-open" | "/problems/funding-is-not-closed" | "/problems/rate-is-missing" | "/problems/outside-the-period-of-the-envelope" | "/problems/offer-outlives-the-round" | "/problems/round-is-over" | "/problems/round-is-not-over" | "/problems/mandate-is-not-the-sponsors" | "/problems/envelope-is-unknown" | "/problems/mandate-is-not-published" | "/problems/mandate-does-not-match" | "/problems/amount-is-outside-the-ticket" | "/problems/amount-exceeds-the-gap" | "/problems/amount-is-the-same" | "/problems/loan-terms-do-not-fit" | "/problems/guarantee-terms-do-not-fit" | "/problems/index-does-not-fit" | "/problems/grace-is-too-long" | "/problems/months-do-not-fit" | "/problems/offer-is-unknown" | "/problems/offer-in-status" | "/problems/offer-ends-in-the-past" | "/problems/offer-has-expired" | "/problems/offer-has-not-expired" | "/problems/funding-is-sealed" | "/problems/funding-is-not-approved" | "/problems/terms-are-of-another-version" | "/problems/question-is-unknown" | "/problems/question-is-answered" | "/problems/question-is-public" | "/problems/questions-are-too-many" | "/problems/shares-are-missing" | "/problems/tranches-are-missing" | "/problems/sponsor-shares-twice" | "/problems/offer-is-shared-twice" | "/problems/share-is-not-positive" | "/problems/parts-differ-from-share" | "/problems/tranches-are-not-numbered" | "/problems/tranche-is-negative" | "/problems/shares-and-tranches-differ" | "/problems/agreement-is-unknown" | "/problems/agreement-is-drafted" | "/problems/agreement-is-not-effective" | "/problems/agreement-is-not-a-draft" | "/problems/party-is-not-of-the-agreement" | "/problems/content-changed" | "/problems/payments-are-open" | "/problems/nothing-is-retained" | "/problems/condition-is-unknown" | "/problems/condition-is-met" | "/problems/condition-is-reported" | "/problems/condition-is-not-reported" | "/problems/conditions-are-open" | "/problems/measure-is-pending" | "/problems/measure-is-unknown" | "/problems/measure-in-status" | "/problems/measure-does-not-fit" | "/problems/payments-are-under-way" | "/problems/agreement-is-not-terminating" | "/problems/milestones-are-open" | "/problems/verdicts-are-under-way" | "/problems/changes-are-missing" | "/problems/tranche-is-unknown" | "/problems/tranche-is-changed-twice" | "/problems/tranche-is-closed" | "/problems/date-is-not-in-the-future" | "/problems/shares-would-be-exceeded" | "/problems/field-is-of-another-kind" | "/problems/cause-is-missing" | "/problems/cure-period-is-missing" | "/problems/cure-period-is-over" | "/problems/cure-period-is-under-way" | "/problems/parties-are-heard" | "/problems/nothing-to-answer" | "/problems/provisions-are-missing" | "/problems/amendment-does-not-fit" | "/problems/result-is-changed-twice" | "/problems/result-is-not-promised" | "/problems/result-is-reported" | "/problems/target-is-unchanged" | "/problems/consent-is-missing" | "/problems/offer-is-not-of-the-agreement" | "/problems/offer-is-changed-twice" | "/problems/conditions-are-fixed" | "/problems/recovery-is-unknown" | "/problems/recovery-in-status" | "/problems/answer-is-awaited" | "/problems/nothing-is-open" | "/problems/amount-exceeds-what-is-open" | "/problems/value-date-is-before-the-claim" | "/problems/refund-is-not-reported" | "/problems/resolution-is-unknown" | "/problems/resolution-in-status" | "/problems/advance-is-unknown" | "/problems/advance-in-status" | "/problems/advances-are-not-allowed" | "/problems/advance-exceeds-the-limit" | "/problems/advance-is-not-liquidated" | "/problems/advance-is-pending" | "/problems/advance-is-under-way" | "/problems/milestone-is-judged" | "/problems/part-is-paid-ahead" | "/problems/expenditure-is-unknown" | "/problems/expenditure-in-status" | "/problems/expenditure-is-pending" | "/problems/days-do-not-fit" | "/problems/cell-is-unknown" | "/problems/cell-is-zero" | "/problems/outside-the-period-of-the-budget" | "/problems/cell-has-an-order" | "/problems/milestone-is-not-verified" | "/problems/milestone-is-of-another-agreement" | "/problems/verdict-is-not-applied" | "/problems/person-has-another-duty" | "/problems/requester-is-another" | "/problems/payment-is-unknown" | "/problems/payment-is-not-requested" | "/problems/payment-is-not-approved" | "/problems/payment-is-not-instructed" | "/problems/payment-is-not-settled" | "/problems/payment-is-not-converted" | "/problems/refund-is-not-converted" | "/problems/rate-of-the-day-is-missing" | "/problems/advance-is-rested-on" | "/problems/part-payment-exceeds-the-rest" | "/problems/no-part-payment-is-left" | "/problems/part-payment-is-under-way" | "/problems/retention-is-released" | "/problems/payment-is-claimed-back" | "/problems/payment-is-settled" | "/problems/payment-is-reported" | "/problems/payment-is-not-reported" | "/problems/wrong-payment-report" | "/problems/bank-reference-is-missing" | "/problems/bank-reference-is-malformed" | "/problems/bank-reference-is-used" | "/problems/value-date-is-no-date" | "/problems/value-date-is-before-the-instruction" | "/problems/value-date-is-before-the-settlement" | "/problems/value-date-is-in-the-future" | "/problems/payment-is-held" | "/problems/hold-is-unknown" | "/problems/hold-is-released" | "/problems/person-holds-it" | "/problems/part-is-paid" | "/problems/approval-rules-are-unknown" | "/problems/limits-are-unknown" | "/problems/limits-are-pending" | "/problems/limits-in-status" | "/problems/limit-is-negative" | "/problems/currency-is-limited-twice" | "/problems/bank-account-is-unknown" | "/problems/bank-account-is-proposed" | "/problems/bank-account-in-status" | "/problems/account-to-replace-is-not-in-use" | "/problems/account-number-differs" | "/problems/one-account-number-is-needed" | "/problems/holder-cannot-be-written" | "/problems/iban-is-malformed" | "/problems/iban-is-of-another-country" | "/problems/account-number-is-malformed" | "/problems/bic-is-malformed" | "/problems/bank-is-not-identified" | "/problems/currency-is-unknown" | "/problems/delegations-are-unknown" | "/problems/delegation-is-unknown" | "/problems/delegation-in-status" | "/problems/delegate-is-the-giver" | "/problems/delegate-has-another-duty" | "/problems/delegate-acts-for-another" | "/problems/delegation-begins-in-the-past" | "/problems/delegation-ends-before-it-begins" | "/problems/delegation-is-too-long" | "/problems/delegation-is-over" | "/problems/role-is-delegated-already" | "/problems/payment-file-is-unknown" | "/problems/payment-file-in-status" | "/problems/payment-file-cannot-be-written" | "/problems/payment-file-does-not-stand" | "/problems/execution-date-is-past" | "/problems/payer-has-no-usable-account" | "/problems/nothing-to-pay" | "/problems/payment-is-in-file" | "/problems/payment-is-not-in-file" | "/problems/account-number-is-erased" | "/problems/answer-is-unreadable" | "/problems/answer-is-of-no-file" | "/problems/answer-is-of-no-payment" | "/problems/statement-is-unreadable" | "/problems/statement-differs" | "/problems/statement-is-unknown" | "/problems/entry-is-unknown" | "/problems/entry-is-decided" | "/problems/entry-is-not-charged" | "/problems/entry-is-not-dismissed" | "/problems/entry-is-no-charge" | "/problems/entry-is-no-refund" | "/problems/entry-is-of-one-thing" | "/problems/entry-is-no-settlement" | "/problems/entry-differs-from-payment" | "/problems/statement-has-owner" | "/problems/account-is-not-of-statement" | "/problems/statement-owner-is-named" | "/problems/statement-owner-is-not-named" | "/problems/rates-are-unknown" | "/problems/currency-is-told-twice" | "/problems/rate-date-is-in-the-future" | "/problems/rate-is-not-positive" | "/problems/rate-is-of-its-base" | "/problems/rates-are-unreadable" | "/problems/rates-are-pending" | "/problems/rates-differ" | "/problems/rates-do-not-wait" | "/problems/period-is-unknown" | "/problems/period-ends-within-a-month" | "/problems/period-is-not-over" | "/problems/period-is-closed" | "/problems/period-is-proposed" | "/problems/period-does-not-wait" | "/problems/period-is-unresolved" | "/problems/trial-balance-differs" | "/problems/time-zone-is-unknown" | "/problems/mail-address-is-malformed" | "/problems/mail-address-is-missing" | "/problems/place-is-malformed" | "/problems/search-is-unknown" | "/problems/search-tells-nothing" | "/problems/searches-are-too-many" | "/problems/request-is-malformed" | "/problems/cursor-is-malformed" | "/problems/cursor-is-not-known" | "/problems/position-is-malformed" | "/problems/idempotency-key-is-missing" | "/problems/idempotency-key-is-malformed" | "/problems/if-match-is-malformed" | "/problems/precondition-required" | "/problems/body-is-not-json" | "/problems/body-is-too-large" | "/problems/media-type-is-not-json" | "/problems/content-encoding-is-not-known" | "/problems/evidence-is-not-taken" | "/problems/route-is-unknown" | "/problems/method-is-not-allowed" | "/problems/request-is-in-flight" | "/problems/requests-are-too-many" | "/problems/streams-are-too-many" | "/problems/system-is-not-settled" | "/problems/deadline-would-be-passed" | "/problems/token-is-missing" | "/problems/token-is-not-valid" | "/problems/session-has-ended" | "/problems/credentials-are-two" | "/problems/request-is-of-another-site" | "/problems/sign-in-is-unknown" | "/problems/sign-in-was-refused" | "/problems/sign-in-is-out-of-reach" | "/problems/organisation-is-not-registered" | "/problems/gateway-is-stopping" | "/problems/something-failed" | "/problems/command-id-was-used-for-another-request" | "/problems/version-is-not-expected" | "/problems/stream-is-contended" | "/problems/field-is-invalid" | "/problems/list-has-not-seen-version" | "/problems/position-is-not-reached" | "/problems/waits-are-too-many" | "/problems/caller-is-unknown" | "/problems/call-is-not-for-caller" | "/problems/sender-broke-off" | "/problems/status-is-not-recognised" | "/problems/store-is-out-of-reach" | "/problems/call-failed" | "/problems/events-are-not-there-yet" | "/problems/events-are-out-of-reach" | "/problems/project-not-found" | "/problems/proposer-not-found" | "/problems/milestone-not-found" | "/problems/draft-not-found" | "/problems/list-not-found" | "/problems/evidence-not-found" | "/problems/content-is-damaged" | "/problems/schedule-not-found" | "/problems/money-of-milestone-not-found" | "/problems/envelopes-of-sponsor-not-found" | "/problems/sponsor-not-found" | "/problems/mandate-not-found" | "/problems/envelope-not-found" | "/problems/passport-not-found" | "/problems/questions-not-found" | "/problems/funding-not-found" | "/problems/offer-not-found" | "/problems/agreement-not-found" | "/problems/rate-sheet-not-found" | "/problems/period-not-found" | "/problems/statement-not-found" | "/problems/delegations-not-found" | "/problems/approval-rules-not-found" | "/problems/bank-account-not-found" | "/problems/payment-file-not-found") | string;
                readonly facts?: {
                    readonly [key: string]: unknown;
                };
            };
        };
        /** @description One entry of a project's history. */
        readonly TimelineEntry: {
            readonly stream: string;
            readonly version: number;
            readonly type: string;
            /** Format: date-time */
            readonly at: string;
            /** @description Who acted. For the parties and overseers. */
            readonly actor?: string;
            readonly correlationId?: string;
            readonly causationId?: string;
            /** @description `facts` as JSON in a text. */
            readonly data: string;
            /** @description The words that the event names. */
            readonly note?: string;
            /** @description Whether those words were erased. */
            readonly erased: boolean;
            /** @description The person in whose place it was done, by a delegation. For the parties and overseers. */
            readonly actingFor?: string;
            /**
             * @description What it is about.
             * @enum {string}
             */
            readonly kind: "project" | "milestone" | "report" | "funding" | "offer" | "question" | "agreement" | "payment" | "passport" | "statement" | "approval-rules" | "delegation" | "bank-account" | "payment-file" | "rates" | "period" | "mandate" | "envelope" | "reminder";
            /** @description What the event tells, as far as the caller may read it, with money as Money. */
            readonly facts: {
                readonly [key: string]: unknown;
            };
            /** @description What happened, in a sentence. */
            readonly summary: string;
        };
        readonly Milestone: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @enum {string} */
            readonly status: "scheduled" | "due" | "overdue" | "submitted" | "returned" | "verified" | "partially-met" | "rejected" | "waived" | "cancelled";
            readonly project: string;
            readonly agreement: string;
            readonly proposer: string;
            readonly number: number;
            readonly title: string;
            /**
             * Format: date
             * @description ISO 8601 calendar date.
             */
            readonly dueOn: string;
            readonly amount: components["schemas"]["Money"];
            readonly report?: components["schemas"]["MilestoneReport"];
            readonly verifiedBy?: string;
            readonly payableBasisPoints?: number;
            /** Format: date-time */
            readonly verificationDue?: string;
            readonly note?: string;
            readonly reminded?: readonly string[];
            /**
             * @description What becomes of what is not payable; absent where all of it is payable.
             * @enum {string}
             */
            readonly rest?: "carried" | "cancelled";
            /**
             * Format: date-time
             * @description The instant by which it should have been paid.
             */
            readonly paymentDue?: string;
            /** @description The waiver that waits for its second person; absent where there is none. */
            readonly waiver?: components["schemas"]["Waiver"];
            /** @description The numbers of all earlier milestones whose rest the amount includes. */
            readonly carriedFrom?: readonly number[];
            /** @description Everybody who submitted a report of it, a returned one too: none of them judges it or handles its payments. */
            readonly reportedBy?: readonly string[];
            /** @description What amendments of the agreement have made of its targets, in their order: the last one of an indicator holds. */
            readonly targets: readonly components["schemas"]["AmendedTarget"][];
            /** @description All reports. In the item, not in lists. */
            readonly reports?: readonly components["schemas"]["ReportRound"][];
            /** @description All waivers that were proposed. In the item, not in lists. */
            readonly waivers?: readonly components["schemas"]["WaiverRound"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly MilestoneReport: {
            readonly number: number;
            readonly evidence: readonly string[];
            readonly indicators: readonly components["schemas"]["IndicatorValue"][];
            readonly submittedBy: string;
            /** Format: date-time */
            readonly submittedAt: string;
            /** @description Everybody who wrote the draft that a certifier signed off; nobody where it was reported without one. */
            readonly preparedBy: readonly string[];
        };
        readonly IndicatorValue: {
            readonly code: string;
            /** @description A decimal number as text. */
            readonly value?: string;
            readonly unit?: string;
            /** @description In the place of a value. */
            readonly notAvailable: boolean;
            /** @description Why there is no value; needed where the proposal says how the indicator is measured. */
            readonly because?: string;
        };
        readonly Waiver: {
            readonly number: number;
            /**
             * @description What becomes of the amount.
             * @enum {string}
             */
            readonly rest: "carried" | "cancelled";
            readonly note?: string;
            readonly proposedBy: string;
            /** @description What is at stake now, with all that earlier milestones carried here. */
            readonly amount: components["schemas"]["Money"];
        };
        readonly AmendedTarget: {
            /** @description A code of the list indicators. */
            readonly code: string;
            readonly before?: string;
            readonly target: string;
            /** @description The amendment, by the number of the agreement's measure. */
            readonly measure: number;
            /**
             * Format: date-time
             * @description When the amendment took effect; absent where an earlier version took it over.
             */
            readonly at?: string;
        };
        /** @description A report with its verdict. */
        readonly ReportRound: {
            readonly number: number;
            readonly files: readonly components["schemas"]["EvidenceFile"][];
            readonly indicators: readonly components["schemas"]["IndicatorValue"][];
            readonly submitted: components["schemas"]["Words"];
            /**
             * @description Absent while it waits for its verdict, or where the milestone was cancelled before.
             * @enum {string}
             */
            readonly verdict?: "returned" | "verified" | "partially-met" | "rejected";
            readonly payableBasisPoints: number;
            /**
             * @description Absent where all of it is payable.
             * @enum {string}
             */
            readonly rest?: "carried" | "cancelled";
            readonly judged?: components["schemas"]["Words"];
            /** @description Everybody who wrote the draft that a certifier signed off; nobody where it was reported without one. */
            readonly preparedBy: readonly string[];
        };
        /** @description A file that a report cites. */
        readonly EvidenceFile: {
            /** @description Lower-case hexadecimal SHA-256 of the bytes. */
            readonly hash: string;
            /** @description In bytes. */
            readonly size: string;
            readonly mediaType?: string;
            /** @description What it was called by whoever uploaded it first and named it. */
            readonly name?: string;
            /** @description Each person of the proposer who uploaded it. */
            readonly uploads: readonly components["schemas"]["EvidenceUpload"][];
            /** @description Other milestones whose reports cite the same file. */
            readonly usedBefore: readonly string[];
        };
        readonly EvidenceUpload: {
            readonly person: string;
            readonly organisation: string;
            /** Format: date-time */
            readonly at: string;
            /** @description What this person called it. */
            readonly name?: string;
        };
        /** @description A waiver that was proposed, with what became of it. */
        readonly WaiverRound: {
            readonly number: number;
            /** @enum {string} */
            readonly rest: "carried" | "cancelled";
            readonly proposed: components["schemas"]["Words"];
            /**
             * @description Absent while it waits for its second person.
             * @enum {string}
             */
            readonly outcome?: "waived" | "refused";
            readonly decided?: components["schemas"]["Words"];
        };
        readonly Paid: {
            /** @description What has been paid, by all sponsors together. */
            readonly settled: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description When the last part of it was.
             */
            readonly settledAt?: string;
            /**
             * @description `in-full`: nothing is left to be paid.
             * @enum {string}
             */
            readonly paid: "not" | "in-part" | "in-full";
        };
        /** @description What has been paid of a project, by its agreements. */
        readonly Progress: {
            readonly milestones: number;
            /** @description Milestones of which nothing is left to be paid. */
            readonly paid: number;
            readonly settled?: components["schemas"]["Money"];
        };
        /** @description The raising of one project's target in one round, with all its offers. */
        readonly Funding: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @enum {string} */
            readonly status: "open" | "target-reached" | "closed" | "approved" | "fell-short" | "cancelled";
            readonly project: string;
            readonly round: number;
            readonly proposer: string;
            readonly target: components["schemas"]["Money"];
            readonly minimumClose: components["schemas"]["Money"];
            /** Format: date-time */
            readonly deadline: string;
            /** @description Not told to rivals while the round gathers money. */
            readonly accepted?: components["schemas"]["Money"];
            /** @description Not told to rivals while the round gathers money. */
            readonly gap?: components["schemas"]["Money"];
            readonly offers: readonly components["schemas"]["Offer"][];
            /** @description How often a withdrawal has reopened the round. */
            readonly reopened: number;
            /** @description Whether an agreement is being made of what was approved. */
            readonly sealed: boolean;
            /** @description The accepted share of the target in percent, down to a multiple of ten. */
            readonly acceptedPercent: number;
            /**
             * Format: date-time
             * @description When it closed with enough; absent where it has not, and of what an earlier version closed.
             */
            readonly closedAt?: string;
            /** @description What was asked and answered, as far as the caller may read it. In the round, not in lists. */
            readonly questions?: readonly components["schemas"]["Question"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly Offer: {
            readonly id: string;
            /**
             * @description A proposed offer is not yet backed by budget; a lapsed one ended with its round.
             * @enum {string}
             */
            readonly status: "proposed" | "live" | "refused" | "accepted" | "declined" | "retracted" | "expired" | "approved" | "withdrawn" | "lapsed";
            readonly sponsor: string;
            readonly mandate: string;
            readonly envelope: string;
            readonly amount: components["schemas"]["Money"];
            /** @description Counts the versions of the offer's terms, from 1. */
            readonly terms: number;
            readonly proposedBy: string;
            readonly approvedBy?: string;
            /** @description Why it ended, where it did. */
            readonly reason?: string;
            /**
             * @description Whose terms they are; the other side accepts or counters them.
             * @enum {string}
             */
            readonly side: "sponsor" | "proposer";
            /**
             * Format: date-time
             * @description The instant at which it lapses by itself; absent where it lapses with its round.
             */
            readonly expiresAt?: string;
            /** @description Everybody of the sponsor who had a part in its terms; none of them approves it. */
            readonly preparedBy: readonly string[];
            /** @description The terms of the mandate that it was made under, and stays under, by their number. */
            readonly mandateRevision: number;
            /** @description On what terms the money is given; absent of offers of earlier versions. */
            readonly financing?: components["schemas"]["FinancialTerms"];
            /** @description The first of two approvals, where the amount was above a limit of the sponsor; it waits for another person until it is approved. */
            readonly firstApproval?: components["schemas"]["OfferFirstApproval"];
            /** @description What these terms take of an envelope in another currency; absent where it is in the same, and of what the proposer asks for until its sponsor agrees. Told to the sponsor and to overseers. */
            readonly conversion?: components["schemas"]["Conversion"];
            /** @description Every version of its terms. In the round, not in lists. */
            readonly versions?: readonly components["schemas"]["OfferTerms"][];
            /** @description What was said when it ended; absent where nobody ended it. In the round, not in lists. */
            readonly ended?: components["schemas"]["Words"];
        };
        /** @description On what terms money is given. Percentages are decimal numbers ("2.375"); months count from the day on which the agreement is effective. */
        readonly FinancialTerms: {
            /** @enum {string} */
            readonly instrument: "grant" | "loan" | "guarantee" | "equity" | "in-kind" | "results-based";
            /** @description Of a loan, and of a loan alone. */
            readonly loan?: components["schemas"]["LoanTerms"];
            /** @description Of a guarantee, and of a guarantee alone. */
            readonly guarantee?: components["schemas"]["GuaranteeTerms"];
            /** @description What secures the money, or guarantees it. */
            readonly security?: string;
            /** @description Whether money may be paid before a milestone is verified. */
            readonly advances: boolean;
            /** @description What of each payment is kept until the project is completed; empty = nothing. */
            readonly retentionPercent?: string;
            /** @description What has to be so before the first payment, and what has to stay so. */
            readonly conditions: readonly components["schemas"]["FundingCondition"][];
        };
        /** @description What a loan costs, and when it is repaid. */
        readonly LoanTerms: {
            /** @enum {string} */
            readonly rate: "fixed" | "index";
            /** @description A year: the rate, or where an index is named the margin above it. */
            readonly percent: string;
            /** @description The index that the rate follows, for example "6-month TORF"; empty where it is fixed. */
            readonly index?: string;
            /** @description What the index was when the terms were made; figures are computed with it. */
            readonly indexPercent?: string;
            /** @description Of the whole amount, once. */
            readonly frontEndFeePercent?: string;
            /** @description Of what is not drawn yet, a year. */
            readonly commitmentFeePercent?: string;
            /** @description From the first day to the last repayment. */
            readonly tenorMonths: number;
            /** @description During which interest alone is paid. */
            readonly graceMonths: number;
            /** @enum {string} */
            readonly repayment: "equal-principal" | "annuity" | "bullet";
            /**
             * @description How often interest and principal fall due.
             * @enum {string}
             */
            readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
        };
        /** @description What a guarantee costs, and how long it covers. */
        readonly GuaranteeTerms: {
            /** @description Of the amount that is guaranteed, a year. */
            readonly feePercent: string;
            /** @description Of the whole amount, once. */
            readonly frontEndFeePercent?: string;
            readonly tenorMonths: number;
            /**
             * @description How often the fee falls due.
             * @enum {string}
             */
            readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
        };
        /** @description What has to be so for money to be paid. */
        readonly FundingCondition: {
            readonly title: string;
            /**
             * @description `precedent`: before the first payment. `covenant`: for as long as the agreement lasts.
             * @enum {string}
             */
            readonly phase: "precedent" | "covenant";
            /** @enum {string} */
            readonly kind: "policy" | "performance" | "fiduciary";
        };
        readonly OfferFirstApproval: {
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
            /** @description The number of the proposal by which the sponsor’s limits stood then. */
            readonly rules: number;
        };
        /** @description What money of one currency came to in another, by the two rates that were used: times the one, over the other. */
        readonly Conversion: {
            readonly amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @description ISO 8601 calendar date of the rates, who says so, and the currency of which one unit is so many of the others.
             */
            readonly day: string;
            readonly source: string;
            readonly base: string;
            /** @description Units of the currency that was converted for one of the base, and of the currency that it came to. */
            readonly fromRate: string;
            readonly toRate: string;
            /**
             * Format: date
             * @description The last day on which something was converted by them.
             */
            readonly expiresOn: string;
        };
        readonly OfferTerms: {
            readonly terms: number;
            readonly amount: components["schemas"]["Money"];
            /**
             * @description Whose terms they are.
             * @enum {string}
             */
            readonly side: "sponsor" | "proposer";
            readonly said: components["schemas"]["Words"];
            /** @description Absent of offers of earlier versions. */
            readonly financing?: components["schemas"]["FinancialTerms"];
        };
        /** @description What a sponsor asked in a round, and what the proposer answered. */
        readonly Question: {
            /** @description Counts the questions of the round, from 1. */
            readonly number: number;
            /** @description Who asked; told to that sponsor, the proposer and overseers. */
            readonly sponsor?: string;
            /**
             * @description `asker`: that sponsor and the proposer alone read it. `all`: whoever may see the round. What is for all stays so.
             * @enum {string}
             */
            readonly visibility: "asker" | "all";
            readonly asked: components["schemas"]["Words"];
            /** @description Absent while it waits. */
            readonly answer?: components["schemas"]["Words"];
        };
        readonly AttendResponse: {
            readonly others: readonly components["schemas"]["Attendee"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly Attendee: {
            readonly person: string;
        };
        readonly Sponsor: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            readonly name: string;
            /** @enum {string} */
            readonly kind: "fund" | "company" | "development-bank";
            readonly names?: components["schemas"]["Names"];
        };
        readonly Envelope: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            readonly sponsor: string;
            readonly total: components["schemas"]["Money"];
            readonly reserved: components["schemas"]["Money"];
            readonly committed: components["schemas"]["Money"];
            readonly left: components["schemas"]["Money"];
            /** Format: date */
            readonly periodStart?: string;
            /** Format: date */
            readonly periodEnd?: string;
            readonly claims: readonly components["schemas"]["Claim"][];
            /** @description What was proposed of the last day of the period, in order. */
            readonly ends: readonly components["schemas"]["EnvelopeEnd"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly Claim: {
            readonly offer: string;
            /** @enum {string} */
            readonly status: "reserved" | "committed" | "released";
            readonly amount: components["schemas"]["Money"];
        };
        /** @description Another last day for the period of an envelope: proposed by one person, confirmed or refused by another. */
        readonly EnvelopeEnd: {
            /** @description Counts the proposals of the envelope, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly status: "proposed" | "moved" | "refused";
            /**
             * Format: date
             * @description The last day that the period had when it was proposed.
             */
            readonly before?: string;
            /** Format: date */
            readonly periodEnd: string;
            /** @description Why it should be moved. */
            readonly note: string;
            readonly proposedBy: string;
            /** Format: date-time */
            readonly proposedAt: string;
            /** @description Who confirmed or refused it. */
            readonly decidedBy?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            /** @description With which words it was refused. */
            readonly endNote?: string;
        };
        readonly Mandate: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @enum {string} */
            readonly status: "published" | "paused" | "retired";
            readonly sponsor: string;
            /** @description Those in force. */
            readonly terms: components["schemas"]["MandateTerms"];
            /** @description Counts the terms of the mandate, from 1: those that it was published with. */
            readonly revision: number;
            /** @description All the terms that it had, in order: the last are in force. */
            readonly revisions?: readonly components["schemas"]["MandateRevision"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        /** @description What a sponsor would fund. An empty list means "any". */
        readonly MandateTerms: {
            readonly title: string;
            /** @description ISO 3166-1 alpha-2 codes. */
            readonly countries: readonly string[];
            /** @description Codes of the list themes. */
            readonly themes: readonly string[];
            readonly excludedThemes: readonly string[];
            /** @description Hard: instruments that the sponsor can give, by codes of the list instruments. */
            readonly instruments: readonly string[];
            /** @description Soft: lending instruments that the sponsor has used before. */
            readonly preferredInstruments: readonly string[];
            readonly ticketMinimum: components["schemas"]["Money"];
            readonly ticketMaximum: components["schemas"]["Money"];
            /** @description The band within which most tickets lie; absent where it is not known. */
            readonly usualTicketLow?: components["schemas"]["Money"];
            readonly usualTicketHigh?: components["schemas"]["Money"];
            readonly minimumReadiness: number;
            /** @description Codes of the list indicators. */
            readonly requiredIndicators: readonly string[];
        };
        /** @description Terms of a mandate, as they were published. */
        readonly MandateRevision: {
            readonly revision: number;
            readonly terms: components["schemas"]["MandateTerms"];
            /** Format: date-time */
            readonly at: string;
        };
        /** @description A project with the mandates of one sponsor that it fits, or nearly fits. */
        readonly MatchedProject: {
            readonly project: string;
            readonly proposer: string;
            readonly title: string;
            readonly countries: readonly string[];
            readonly themes: readonly string[];
            readonly target: components["schemas"]["Money"];
            /** @description The best, explained. */
            readonly best: components["schemas"]["Match"];
            /** @description The others, the best first. */
            readonly others: readonly components["schemas"]["RankedMandate"][];
        };
        /** @description One reason of a match, as codes and figures; sentences are made where they are shown. */
        readonly Reason: {
            readonly criterion: string;
            /** @enum {string} */
            readonly outcome: "met" | "missed";
            /** @description A hard criterion decides alone; another adds score × weight. */
            readonly hard: boolean;
            /** @description 0 to 1. */
            readonly score: number;
            readonly weight: number;
            /** @description Codes and figures as text; amounts as money. */
            readonly facts: {
                readonly [key: string]: string | components["schemas"]["Money"];
            };
        };
        readonly Match: {
            readonly project: string;
            readonly mandate: string;
            readonly sponsor: string;
            readonly eligible: boolean;
            /** @description 0 to 1. */
            readonly score: number;
            readonly reasons: readonly components["schemas"]["Reason"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly RankedMandate: {
            readonly mandate: string;
            /** @description What its weighted criteria add up to: 0 to 1. */
            readonly score: number;
        };
        readonly WhatIf: {
            /** @description All projects that would fit. */
            readonly fitting: number;
            /** @description All of them that do not fit what it is compared with. */
            readonly gained: number;
            /** @description All that fit the mandate that it is compared with, and would not fit; none where it is compared with all. */
            readonly lost: number;
            /** @description The best of what is gained. */
            readonly gainedProjects: readonly components["schemas"]["ProjectScore"][];
            /** @description The best of what is lost. */
            readonly lostProjects: readonly components["schemas"]["ProjectScore"][];
        };
        readonly ProjectScore: {
            readonly project: string;
            readonly title: string;
            /** @description 0 to 1. */
            readonly score: number;
        };
        /** @description What is known of the due diligence on one subject. */
        readonly Passport: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @enum {string} */
            readonly status: "requested" | "cleared" | "flagged" | "revoked" | "expired";
            readonly subject: string;
            readonly requests: number;
            /** @description Who asked last. For overseers and sponsors. */
            readonly requestedBy?: string;
            /** @description Whether a request waits for its verdict; a clearance that stands goes on meanwhile. */
            readonly underReview: boolean;
            /** @description Counts the clearances; 0 before the first. */
            readonly clearance: number;
            /**
             * Format: date
             * @description The last day of the newest clearance, also where that has ended.
             */
            readonly validUntil?: string;
            /** @description Who cleared, flagged or revoked last. For overseers and sponsors. */
            readonly judgedBy?: string;
            /**
             * @description The newest flag since the last clearance: observation and yellow end nothing.
             * @enum {string}
             */
            readonly level?: "observation" | "yellow" | "red" | "escalated";
            /** @description What was said with the last verdict or flag. For overseers and sponsors. */
            readonly note?: string;
            /** @description Who relied on it; a sponsor sees its own. */
            readonly reliances: readonly components["schemas"]["Reliance"][];
            readonly reminded: readonly string[];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly Reliance: {
            readonly clearance: number;
            readonly project: string;
            readonly organisation: string;
            readonly by: string;
        };
        readonly ProposedOffer: {
            /** @description The item that the command changed or began. */
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @description Where the item now stands. */
            readonly status: string;
            readonly offer: string;
        };
        readonly CompareOffersResponse: {
            /** @description A year: by what the costs of later are worth less today. */
            readonly discountPercent: string;
            readonly offers: readonly components["schemas"]["OfferFigures"][];
            readonly names?: components["schemas"]["Names"];
        };
        /** @description What an offer costs; what cannot be told of its instrument is absent. */
        readonly OfferFigures: {
            readonly offer: string;
            /** @description The version of the terms. */
            readonly terms: number;
            /** @description Interest and fees, not discounted. */
            readonly nominalCost?: components["schemas"]["Money"];
            /** @description The effective rate a year of all that is paid, in percent with four places. */
            readonly allInRatePercent?: string;
            /** @description What is paid less what is received, as it is worth today. Less than zero: a gain. */
            readonly presentCost?: components["schemas"]["Money"];
            /** @description The same in percent of what is offered, with four places. */
            readonly presentCostPercent?: string;
            readonly grantElements: readonly components["schemas"]["GrantElement"][];
            /** @description From 1, the cheapest by the present cost of a unit of what is offered; 0 = it cannot be placed beside others. */
            readonly place: number;
        };
        /** @description The part of the money that is given and not lent, by a method. */
        readonly GrantElement: {
            /**
             * @description `imf-world-bank` discounts by 5 % a year. `oecd-…` are those of the Development Assistance Committee by the income of the country that receives: 9 % for the least developed and other low-income countries, 7 % for lower and 6 % for upper middle-income countries.
             * @enum {string}
             */
            readonly method: "imf-world-bank" | "oecd-ldc-lic" | "oecd-lmic" | "oecd-umic";
            /** @description With two places. */
            readonly percent: string;
        };
        readonly TakenOfEnvelopeResponse: {
            /** @description In the currency of the envelope; absent where no rates stand that are not expired. */
            readonly taken?: components["schemas"]["Money"];
            /** @description Of the envelope, in ISO 4217. */
            readonly currency: string;
            /** @description By which rates; absent where the envelope is in the currency of the amount. */
            readonly conversion?: components["schemas"]["Conversion"];
        };
        /** @description How a loan is repaid. */
        readonly RepaymentSchedule: {
            readonly rows: readonly components["schemas"]["RepaymentRow"][];
            readonly interest: components["schemas"]["Money"];
            readonly fees: components["schemas"]["Money"];
            readonly principal: components["schemas"]["Money"];
        };
        readonly RepaymentRow: {
            /** @description 0 = the first day. */
            readonly number: number;
            readonly month: number;
            readonly drawn: components["schemas"]["Money"];
            readonly opening: components["schemas"]["Money"];
            readonly interest: components["schemas"]["Money"];
            readonly fees: components["schemas"]["Money"];
            readonly principal: components["schemas"]["Money"];
            readonly closing: components["schemas"]["Money"];
        };
        readonly Agreement: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @enum {string} */
            readonly status: "draft" | "void" | "effective" | "suspended" | "terminating" | "terminated" | "ended";
            readonly project: string;
            readonly round: number;
            readonly funding: string;
            readonly proposer: string;
            readonly shares: readonly components["schemas"]["Share"][];
            readonly tranches: readonly components["schemas"]["Tranche"][];
            readonly cells: readonly components["schemas"]["Cell"][];
            /** @description Lower-case hexadecimal SHA-256 of the content that is signed. */
            readonly contentHash: string;
            readonly signatures: readonly components["schemas"]["Signature"][];
            readonly conditions: readonly string[];
            /** Format: date-time */
            readonly signingDue?: string;
            /** Format: date-time */
            readonly effectiveAt?: string;
            readonly payments: readonly components["schemas"]["Payment"][];
            readonly paid: components["schemas"]["Money"];
            /** @description Counts the drafts, from 1: after a declined signature it may be drafted anew. */
            readonly draft: number;
            /** @description The party that declined to sign; absent where none did. */
            readonly declinedBy?: string;
            readonly measures: readonly components["schemas"]["Measure"][];
            readonly verdicts: readonly components["schemas"]["Verdict"][];
            /** @description SHA-256 of the content as the last amendment left it; absent while it is as signed. */
            readonly amendedHash?: string;
            /** @description What has to be so by the terms of the offers: a sponsor’s first payment waits for its conditions precedent. */
            readonly agreedConditions: readonly components["schemas"]["AgreedCondition"][];
            /** @description What was paid and has to come back. */
            readonly recoveries: readonly components["schemas"]["Recovery"][];
            /** @description What is retained now of each sponsor’s payments; sponsors of which nothing is are left out. */
            readonly retained: readonly components["schemas"]["Portion"][];
            readonly advances: readonly components["schemas"]["Advance"][];
            /** @description What parts of tranches are, or were, held for. */
            readonly holds: readonly components["schemas"]["Hold"][];
            /** @description Of offers whose envelopes are in other currencies. Each is told to its own sponsor and to overseers. */
            readonly conversions: readonly components["schemas"]["OfferConversion"][];
            /** @description Of settled payments from budgets in other currencies. Each is told to its own sponsor and to overseers. */
            readonly exchanges: readonly components["schemas"]["PaymentExchange"][];
            /** @description Parts of tranches that are paid in several payments. */
            readonly partsInPayments: readonly components["schemas"]["PartInPayments"][];
            /** @description What amendments have made of targets, in their order. */
            readonly results: readonly components["schemas"]["AgreedResult"][];
            /** @description Of confirmed refunds to budgets in other currencies. Each is told to its own sponsor and to overseers. */
            readonly refundExchanges: readonly components["schemas"]["RefundExchange"][];
            /** @description The parts of which nothing is left to be paid but what is retained, by the ids of their payments; what is said to have come back counts as paid until that is confirmed. */
            readonly paidUp: readonly string[];
            /** @description What can be claimed back, of all and of each tranche of which anything can. Told where one agreement is read, not in lists. */
            readonly claimable: readonly components["schemas"]["ClaimableSum"][];
            /** @description With which words it was declined. In the item, not in lists. */
            readonly declined?: components["schemas"]["Words"];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly Share: {
            readonly sponsor: string;
            readonly offer: string;
            readonly envelope: string;
            readonly amount: components["schemas"]["Money"];
            /** @description Each of the sponsor’s offers, where there are several; else none. */
            readonly parts: readonly components["schemas"]["SharePart"][];
            /**
             * Format: date
             * @description ISO 8601 calendar dates between which its budget may be paid out; empty = without bound.
             */
            readonly periodStart?: string;
            /**
             * Format: date
             * @description The last day on which the bank may be told to pay of it.
             */
            readonly periodEnd?: string;
            /** @description On what terms the money of `offer` is given; absent of offers of earlier versions. */
            readonly financing?: components["schemas"]["FinancialTerms"];
        };
        readonly SharePart: {
            readonly offer: string;
            readonly envelope: string;
            readonly amount: components["schemas"]["Money"];
            readonly financing?: components["schemas"]["FinancialTerms"];
        };
        readonly Tranche: {
            readonly number: number;
            readonly title: string;
            readonly monthsAfterEffective: number;
            readonly amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @description ISO 8601 calendar date, where an amendment has set one; else it follows from the months.
             */
            readonly dueOn?: string;
        };
        /** @description What one sponsor pays of one tranche; exactly one payment order may pay it. */
        readonly Cell: {
            readonly tranche: number;
            readonly sponsor: string;
            readonly amount: components["schemas"]["Money"];
            /** @description The payment that was ordered for this part of a tranche. */
            readonly payment?: string;
        };
        readonly Signature: {
            /** @description The organisation that signed. */
            readonly party: string;
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
        };
        readonly Payment: {
            readonly id: string;
            /** @enum {string} */
            readonly status: "requested" | "approved" | "refused" | "instructed" | "failed" | "settled" | "returned";
            readonly agreement: string;
            /** @description 0 = it releases what was retained of all tranches. */
            readonly tranche: number;
            readonly sponsor: string;
            readonly amount: components["schemas"]["Money"];
            readonly milestone: string;
            readonly report: number;
            readonly submittedBy: string;
            /** @description Absent of an advance, which is paid before anything is verified. */
            readonly verifiedBy?: string;
            readonly requestedBy: string;
            readonly approvedBy?: string;
            readonly instruction?: string;
            readonly bankReference?: string;
            /** Format: date */
            readonly valueDate?: string;
            /** Format: date-time */
            readonly requestedAt: string;
            /** Format: date-time */
            readonly approvedAt?: string;
            /** Format: date-time */
            readonly settledAt?: string;
            /** Format: date-time */
            readonly instructedAt?: string;
            /** @description Everybody who submitted a report of its milestone. */
            readonly reportedBy: readonly string[];
            /** @description What is said of the bank, while it waits for its second person and once it is confirmed. */
            readonly reported?: components["schemas"]["BankReport"];
            /** @description Who confirmed what was reported. */
            readonly confirmedBy?: string;
            /** @description What was ordered before and came to nothing, the order itself as well where it was refused or has failed. */
            readonly attempts: readonly components["schemas"]["PaymentAttempt"][];
            readonly objections: readonly components["schemas"]["PaymentObjection"][];
            /** @description The file in which it goes to the bank; absent where it is in none. */
            readonly file?: string;
            /** @description The accounts by which the bank was told to pay, or is to be told by the file; absent where none is recorded. */
            readonly payerAccount?: string;
            readonly payeeAccount?: string;
            /** @description What one person says has undone the settlement: the bank has returned the money, or it was booked by mistake. */
            readonly undoing?: components["schemas"]["BankReport"];
            /** @description Settlements that were booked by mistake, each with the report that said so. */
            readonly reversals: readonly components["schemas"]["PaymentObjection"][];
            /** @description The first of two approvals, where the amount was above a limit; the order waits for another person until it is approved. */
            readonly firstApproval?: components["schemas"]["FirstApproval"];
            /** @description What of the part of the tranche is kept until all is settled, besides the amount that is paid. */
            readonly retained: components["schemas"]["Money"];
            /** @description What of the part of the tranche was paid ahead. */
            readonly advanced: components["schemas"]["Money"];
            /** @description The number of the advance that it pays; 0 = it pays none. */
            readonly advance: number;
            /** @description Counts the payments by which a part of a tranche is paid in several, from 1; 0 = it pays all that is left of its part. */
            readonly partPayment: number;
            /** @description What of the part of the tranche was paid by such payments before. */
            readonly partPaid: components["schemas"]["Money"];
            /** @description What all payments of a part come to that is paid in several, with what is retained: limits of approvals are held to this. Absent where it is paid in one. */
            readonly partWhole?: components["schemas"]["Money"];
        };
        /** @description What one person says that the bank did; it counts once a second person has confirmed it. */
        readonly BankReport: {
            /** @description Counts the reports of the payment, over all its attempts, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly outcome: "settled" | "failed" | "returned" | "reversed";
            readonly bankReference?: string;
            /** Format: date */
            readonly valueDate?: string;
            /** @description Words that can be erased. */
            readonly note?: string;
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
            /** @description The statement of the bank that says so, and the number of its entry; 0 = none, it was reported by hand. */
            readonly statement?: string;
            readonly statementEntry: number;
        };
        /** @description An order of the payment that came to nothing. */
        readonly PaymentAttempt: {
            /** @description Counts the requests of the payment, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly status: "refused" | "failed" | "returned";
            readonly report: number;
            readonly requestedBy: string;
            /** Format: date-time */
            readonly requestedAt: string;
            readonly approvedBy?: string;
            /** Format: date-time */
            readonly approvedAt?: string;
            readonly refusedBy?: string;
            readonly instruction?: string;
            /** Format: date-time */
            readonly instructedAt?: string;
            /** @description Who reported that the bank failed or has returned the money, and who confirmed it. */
            readonly reportedBy?: string;
            readonly confirmedBy?: string;
            /** @description Why it ended. */
            readonly note?: string;
            /** Format: date-time */
            readonly endedAt?: string;
            /** @description In which file, and by which accounts, the bank was told. */
            readonly file?: string;
            readonly payerAccount?: string;
            readonly payeeAccount?: string;
            /** @description By which the bank paid what it has returned since, the date on which it did, and the reference of the return. */
            readonly bankReference?: string;
            /** Format: date */
            readonly valueDate?: string;
            readonly returnReference?: string;
            /** @description Who gave the first of two approvals. */
            readonly firstApprovedBy?: string;
        };
        readonly PaymentObjection: {
            readonly report: number;
            /** @description The reference that was reported, and is free again; absent where a failure was. */
            readonly bankReference?: string;
            /** @description Words that can be erased. */
            readonly note?: string;
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
        };
        readonly FirstApproval: {
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
            /** @description Above which two persons approve, and the number of the proposal by which it stood then. */
            readonly limit: components["schemas"]["Money"];
            readonly rules: number;
        };
        /** @description What two persons of the secretariat decide on an agreement, and where amounts change, its parties with them. */
        readonly Measure: {
            /** @description Counts the measures of the agreement, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly kind: "suspension" | "resumption" | "termination" | "amendment";
            /**
             * @description A termination is begun while its milestones are closed, before it takes effect.
             * @enum {string}
             */
            readonly status: "proposed" | "begun" | "effective" | "refused";
            /** @description Words that can be erased. */
            readonly note?: string;
            readonly proposedBy: string;
            /** @description The organisations that must approve, "secretariat" among them. */
            readonly needed: readonly string[];
            readonly approvals: readonly components["schemas"]["Signature"][];
            /** @description An amendment's new tranches. */
            readonly changes: readonly components["schemas"]["TrancheChange"][];
            readonly refusedBy?: string;
            /** @description Who proposed it: a party, or "secretariat". */
            readonly party: string;
            /**
             * @description What an amendment changes, which says who must consent.
             * @enum {string}
             */
            readonly amendment?: "error" | "budget-up-to-20" | "budget-over-20" | "results" | "no-cost-extension" | "terms" | "other";
            /** @description On what terms the money of these offers is given, once it is in effect. */
            readonly financing: readonly components["schemas"]["TermsChange"][];
            /** @description What is agreed on in words: part of the agreement, and of its hash. */
            readonly provisions?: string;
            /**
             * @description Why the agreement is suspended or terminated.
             * @enum {string}
             */
            readonly cause?: "breach" | "no-progress" | "fiduciary" | "safeguards" | "force-majeure" | "mutual" | "other";
            /**
             * Format: date
             * @description The last day on which the cause can be cured.
             */
            readonly cureUntil?: string;
            /** @description The parties that may answer, and until when they are waited for. */
            readonly heard: readonly string[];
            /** Format: date-time */
            readonly answerDue?: string;
            readonly answers: readonly components["schemas"]["MeasureAnswer"][];
            /** @description An amendment's new targets of what milestones are to reach. */
            readonly results: readonly components["schemas"]["ResultChange"][];
            /** @description With which words it was refused. In the item, not in lists. */
            readonly refusal?: components["schemas"]["Words"];
        };
        readonly TrancheChange: {
            readonly tranche: number;
            /**
             * Format: date
             * @description Empty = as it is.
             */
            readonly dueOn?: string;
            /** @description Absent = as it is. */
            readonly amount?: components["schemas"]["Money"];
        };
        /** @description On what terms the money of an offer is given from now on. */
        readonly TermsChange: {
            readonly offer: string;
            readonly financing: components["schemas"]["FinancialTerms"];
        };
        /** @description What a party that is heard says to a suspension or a termination. */
        readonly MeasureAnswer: {
            readonly party: string;
            /** @description Words that can be erased. */
            readonly note?: string;
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
        };
        /** @description What an indicator of a milestone is to reach from now on. */
        readonly ResultChange: {
            readonly tranche: number;
            /** @description A code of the list indicators. */
            readonly code: string;
            /** @description What it was to reach before. */
            readonly before?: string;
            readonly target: string;
        };
        /** @description What a milestone's verdict has done to its tranche. */
        readonly Verdict: {
            readonly tranche: number;
            /** @enum {string} */
            readonly verdict: "partially-met" | "rejected" | "waived";
            readonly payableBasisPoints: number;
            /** @enum {string} */
            readonly rest: "carried" | "cancelled";
            /** @description The tranche to which the rest was carried; 0 where it was cancelled. */
            readonly carriedTo: number;
        };
        readonly AgreedCondition: {
            /** @description Counts the conditions of all shares, from 1. */
            readonly number: number;
            readonly offer: string;
            readonly sponsor: string;
            readonly title: string;
            /** @enum {string} */
            readonly phase: "precedent" | "covenant";
            /** @enum {string} */
            readonly kind: "policy" | "performance" | "fiduciary";
            /** @enum {string} */
            readonly status: "open" | "reported" | "refused" | "met";
            /** @description How it is met, as the proposer said it last. Words that can be erased. */
            readonly note?: string;
            readonly reportedBy?: string;
            /** Format: date-time */
            readonly reportedAt?: string;
            readonly answeredBy?: string;
            /** Format: date-time */
            readonly answeredAt?: string;
            /** @description Why the sponsor did not find it met. Words that can be erased. */
            readonly reason?: string;
            /** @description SHA-256 of each file that shows that it is met. */
            readonly evidence: readonly string[];
        };
        /** @description Money that was paid and has to come back: ineligible expenditure, a clawback, or what was not spent. */
        readonly Recovery: {
            /** @description Counts the recoveries of the agreement, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly kind: "ineligible" | "clawback" | "unspent";
            /**
             * @description `pending`: approved, and not all of it is resolved yet.
             * @enum {string}
             */
            readonly status: "claimed" | "refused" | "pending" | "resolved";
            /** @description The tranche with which it was paid; 0 = all of them. */
            readonly tranche: number;
            readonly amount: components["schemas"]["Money"];
            /** @description What of it is each sponsor’s: in proportion to what each has paid, exact to the minor unit. */
            readonly portions: readonly components["schemas"]["Portion"][];
            /** @description Why it is claimed. Words that can be erased. */
            readonly note?: string;
            /**
             * Format: date-time
             * @description Until when the proposer is heard.
             */
            readonly answerDue: string;
            readonly claimedBy: string;
            /** Format: date-time */
            readonly claimedAt: string;
            /** @description What the proposer says of it. Words that can be erased. */
            readonly answer?: string;
            readonly answeredBy?: string;
            /** Format: date-time */
            readonly answeredAt?: string;
            readonly decidedBy?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            /** @description Why it was refused. Words that can be erased. */
            readonly reason?: string;
            readonly resolutions: readonly components["schemas"]["Resolution"][];
            /** @description What is confirmed of it: the amount less all of these is pending, once it is approved. */
            readonly refunded: components["schemas"]["Money"];
            readonly justified: components["schemas"]["Money"];
            readonly documented: components["schemas"]["Money"];
            readonly writtenOff: components["schemas"]["Money"];
            readonly pending: components["schemas"]["Money"];
            /** @description What of it is taken from advances that were not liquidated. */
            readonly advances: readonly components["schemas"]["AdvancePortion"][];
        };
        /** @description What of an amount is one sponsor’s. */
        readonly Portion: {
            readonly sponsor: string;
            readonly amount: components["schemas"]["Money"];
        };
        /** @description How a part of a recovery is settled; it counts once a second person has confirmed it. */
        readonly Resolution: {
            /** @description Counts the resolutions of the recovery, from 1. */
            readonly number: number;
            /**
             * @description `justified` and `documented`: the expenditure was found eligible after all, by reasons or by papers.
             * @enum {string}
             */
            readonly kind: "refunded" | "justified" | "documented" | "written-off";
            /** @enum {string} */
            readonly status: "proposed" | "confirmed" | "refused";
            readonly amount: components["schemas"]["Money"];
            readonly portions: readonly components["schemas"]["Portion"][];
            /** @description Whose money is written off. */
            readonly sponsor?: string;
            /** @description Of a refund. */
            readonly bankReference?: string;
            /** Format: date */
            readonly valueDate?: string;
            /** @description Words that can be erased. */
            readonly note?: string;
            readonly proposedBy: string;
            /** Format: date-time */
            readonly proposedAt: string;
            readonly decidedBy?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            /** @description Why it was refused. Words that can be erased. */
            readonly reason?: string;
            /** @description Above a limit: who confirmed it first. Nothing moves until another person has. */
            readonly firstApproval?: components["schemas"]["FirstApproval"];
            /** @description The statement of the bank on which a refund rests, and the number of its entry; absent where it was reported by hand. */
            readonly statement?: string;
            readonly statementEntry?: number;
        };
        /** @description What of an amount is taken from an advance. */
        readonly AdvancePortion: {
            readonly advance: number;
            readonly amount: components["schemas"]["Money"];
        };
        /** @description Money that the proposer asks for before its milestone is verified. */
        readonly Advance: {
            /** @description Counts the advances of the agreement, from 1. */
            readonly number: number;
            /**
             * @description `lapsed`: its milestone was judged before anybody asked for its payment. `ordered`: its payment is under way. `paid`: not all of it is liquidated.
             * @enum {string}
             */
            readonly status: "asked" | "refused" | "lapsed" | "ordered" | "paid" | "liquidated";
            readonly tranche: number;
            readonly sponsor: string;
            readonly amount: components["schemas"]["Money"];
            /** @description Of the part of the tranche: at most so much was allowed when it was asked for. */
            readonly limitPercent: number;
            /** @description What it is to be spent on. Words that can be erased. */
            readonly plan?: string;
            readonly askedBy: string;
            /** Format: date-time */
            readonly askedAt: string;
            readonly refusedBy?: string;
            /** @description Why it was refused. Words that can be erased. */
            readonly reason?: string;
            /** @description The payment that was requested for it. */
            readonly payment?: string;
            readonly expenditures: readonly components["schemas"]["Expenditure"][];
            /** @description What was found to be spent as planned, and what of the advance is neither that nor claimed back. */
            readonly liquidated: components["schemas"]["Money"];
            readonly open: components["schemas"]["Money"];
            /**
             * Format: date
             * @description By when the proposer accounts for what is open; absent while nothing is, and where no day was set.
             */
            readonly statementDue?: string;
        };
        /** @description What the proposer says that it has spent of an advance. */
        readonly Expenditure: {
            /** @description Counts the statements of the advance, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly status: "submitted" | "accepted" | "returned";
            readonly amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @description ISO 8601 calendar dates, both included.
             */
            readonly firstDay: string;
            /** Format: date */
            readonly lastDay: string;
            /** @description On what it was spent. Words that can be erased. */
            readonly note?: string;
            readonly submittedBy: string;
            /** Format: date-time */
            readonly submittedAt: string;
            /** @description What of it was found to be spent as planned. */
            readonly accepted: components["schemas"]["Money"];
            readonly decidedBy?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            /** @description Why it was returned. Words that can be erased. */
            readonly reason?: string;
            /** @description SHA-256 of each file that proves it. */
            readonly evidence: readonly string[];
        };
        /** @description A part of a tranche that is not requested, approved or told to the bank until somebody else releases it. All parties read it. */
        readonly Hold: {
            /** @description Counts the holds of the agreement, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly status: "standing" | "released";
            /** @description 0 = what was retained of all tranches. */
            readonly tranche: number;
            readonly sponsor: string;
            /** @enum {string} */
            readonly reason: "irregularity-suspected" | "account-in-doubt" | "dispute" | "documents-missing" | "sanctions-check" | "other";
            /** @description Words that can be erased. */
            readonly note?: string;
            /** @description For which organisation it was put on hold: the secretariat, or the sponsor whose part it is. */
            readonly organisation: string;
            readonly heldBy: string;
            /** Format: date-time */
            readonly heldAt: string;
            /**
             * Format: date-time
             * @description When whoever may release it is reminded.
             */
            readonly releaseDue: string;
            /**
             * @description Why it was released; absent while it stands.
             * @enum {string}
             */
            readonly releaseReason?: "cleared" | "account-confirmed" | "dispute-settled" | "documents-received" | "held-by-mistake" | "other";
            /** @description Words that can be erased. */
            readonly releaseNote?: string;
            readonly releasedBy?: string;
            /** Format: date-time */
            readonly releasedAt?: string;
        };
        /** @description What an offer takes of an envelope in another currency than the agreement's, as it was recorded with its terms. */
        readonly OfferConversion: {
            readonly offer: string;
            /** @description What was converted: the part of the share that comes from the offer. */
            readonly amount: components["schemas"]["Money"];
            readonly conversion: components["schemas"]["Conversion"];
        };
        /** @description What a payment cost in the currency of a sponsor's budget, beside what that part of its commitment was converted to. */
        readonly PaymentExchange: {
            /** @description Counts the bookings of the agreement, from 1; 0 while it waits. */
            readonly number: number;
            /**
             * @description `waiting`: no rates of the value date stood when the payment was settled.
             * @enum {string}
             */
            readonly status: "waiting" | "booked";
            readonly payment: string;
            readonly sponsor: string;
            /** Format: date */
            readonly valueDate: string;
            readonly parts: readonly components["schemas"]["ExchangePart"][];
            /** @description Whether other rates stand of the value date since it was booked, so that it can be booked anew. */
            readonly ratesCorrected?: boolean;
        };
        /** @description Of one offer's budget. */
        readonly ExchangePart: {
            readonly offer: string;
            /** @description What of the payment comes from it, or of the refund goes back to it, in the currency of the agreement. */
            readonly amount: components["schemas"]["Money"];
            /** @description What that was converted to at the rates of the commitment. */
            readonly committed: components["schemas"]["Money"];
            /** @description What it came to at the rates of the value date; absent while they are waited for. */
            readonly cost?: components["schemas"]["Conversion"];
        };
        /** @description A part of a tranche that is paid in several payments. */
        readonly PartInPayments: {
            readonly tranche: number;
            readonly sponsor: string;
            /** @description What was paid in part. */
            readonly paid: components["schemas"]["Money"];
            /** @description What is due besides, and nobody has asked for: without what was paid ahead, is retained or is on its way. */
            readonly rest: components["schemas"]["Money"];
            /** @description What was asked for, and is paid or on its way, by all payments of the part that rest on its verdict. */
            readonly asked: components["schemas"]["Money"];
            /** @description What they come to once the rest is asked for. */
            readonly whole: components["schemas"]["Money"];
        };
        /** @description What an amendment has made of a target. */
        readonly AgreedResult: {
            readonly tranche: number;
            /** @description A code of the list indicators. */
            readonly code: string;
            readonly before?: string;
            readonly target: string;
            /** @description The amendment, by the number of its measure. */
            readonly measure: number;
            /**
             * Format: date-time
             * @description When it took effect.
             */
            readonly at: string;
        };
        /** @description What came back to a sponsor with a refund, in the currency of its budget, beside what that part of its commitment was converted to. */
        readonly RefundExchange: {
            /** @description Counts the bookings of the agreement, those of payments among them, from 1; 0 while it waits. */
            readonly number: number;
            /**
             * @description `waiting`: no rates of the value date stood when the refund was confirmed.
             * @enum {string}
             */
            readonly status: "waiting" | "booked";
            readonly recovery: number;
            readonly resolution: number;
            readonly sponsor: string;
            /** Format: date */
            readonly valueDate: string;
            readonly parts: readonly components["schemas"]["ExchangePart"][];
            /** @description Whether other rates stand of the value date since it was booked, so that it can be booked anew. */
            readonly ratesCorrected?: boolean;
        };
        /** @description What of the money paid with a tranche nobody claims back. */
        readonly ClaimableSum: {
            /** @description 0 = with all of them. */
            readonly tranche: number;
            readonly amount: components["schemas"]["Money"];
            /** @description The same of what was not spent, of which advances that are open are a part. */
            readonly unspent: components["schemas"]["Money"];
        };
        readonly RequestedPayment: {
            /** @description The item that the command changed or began. */
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @description Where the item now stands. */
            readonly status: string;
            readonly payment: string;
        };
        readonly AccountBalance: {
            readonly account: string;
            readonly balance: components["schemas"]["Money"];
        };
        /** @description What the parties agreed on, edition by edition: each draft as it is signed, and what each amendment has left of it. */
        readonly AgreementEditions: {
            readonly id: string;
            /** @description In the order in which they were made. */
            readonly editions: readonly components["schemas"]["AgreementEdition"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly AgreementEdition: {
            /** @description Counts the editions of the agreement, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly kind: "draft" | "amendment";
            /** @description Which draft it is, or amends: they count from 1. */
            readonly draft: number;
            /** @description The measure that amended it; 0 of a draft. */
            readonly measure: number;
            /**
             * Format: date-time
             * @description When it was drafted, or took effect.
             */
            readonly at: string;
            /** @description SHA-256 of the content as it was recorded; absent where an earlier version recorded none. */
            readonly hash?: string;
            /** @description The very text that the hash is taken of, in UTF-8. */
            readonly content: string;
            /** @description The terms, as this edition leaves them. */
            readonly shares: readonly components["schemas"]["Share"][];
            readonly tranches: readonly components["schemas"]["Tranche"][];
            readonly cells: readonly components["schemas"]["Cell"][];
            readonly conditions: readonly string[];
            /** @description What an amendment has changed. */
            readonly changes: readonly components["schemas"]["TrancheChange"][];
            readonly financing: readonly components["schemas"]["TermsChange"][];
            readonly provisions?: string;
            /** @description Who has signed the draft, or approved the amendment. */
            readonly signatures: readonly components["schemas"]["Signature"][];
            /** @description When the loans are repaid, by the terms that this edition has drafted or changed. It follows from them. */
            readonly repayments: readonly components["schemas"]["AgreedRepayment"][];
            readonly results: readonly components["schemas"]["ResultChange"][];
            /** @description What the project promises, as it was drafted. */
            readonly promised: readonly components["schemas"]["PromisedResult"][];
        };
        readonly AgreedRepayment: {
            readonly offer: string;
            readonly schedule: components["schemas"]["RepaymentSchedule"];
        };
        /** @description What the project promises to reach of an indicator, in the reports on its milestones. */
        readonly PromisedResult: {
            /** @description A code of the list indicators. */
            readonly code: string;
            /** @description A code of the list units. */
            readonly unit?: string;
            readonly baseline?: string;
            readonly target?: string;
            readonly tranches: readonly number[];
        };
        readonly Ledger: {
            /** @description By kind of account, party and currency. */
            readonly balances: readonly components["schemas"]["LedgerBalance"][];
            /** @description In the currency that was asked for; none where none was. */
            readonly totals: readonly components["schemas"]["LedgerTotal"][];
            readonly lines: readonly components["schemas"]["LedgerLine"][];
            /** @description Leads to the next page of lines; only where one follows. */
            readonly nextCursor?: string;
            /**
             * Format: date
             * @description The books are closed through that day, which is within; left out where they never were.
             */
            readonly closedThrough?: string;
            readonly names?: components["schemas"]["Names"];
        };
        /** @description What a kind of account came to: of a party, or of all whose statement it is. */
        readonly LedgerBalance: {
            /** @description What the accounts are for, as their names say: `commitment`, `undisbursed`, `payable`, `received`, `recoverable`, `refunded`, `written-off`. */
            readonly kind: string;
            /** @description Whose it is; left out where all parties are summed. */
            readonly party?: string;
            /** @description Before the first day. */
            readonly opening: components["schemas"]["Money"];
            /** @description Of all lines within the days, those of other pages too. */
            readonly moved: components["schemas"]["Money"];
            /** @description At the end of the last day. */
            readonly closing: components["schemas"]["Money"];
        };
        /** @description What a kind of account came to at the end of the last day, in one currency. */
        readonly LedgerTotal: {
            readonly kind: string;
            readonly party?: string;
            /** @description Each sum is rounded once, half to even, to the minor units of the currency. Absent where a rate is missing, or older than the policy allows. */
            readonly closing?: components["schemas"]["Money"];
            /** @description By which rates; none where nothing had to be converted. */
            readonly rates: readonly components["schemas"]["UsedRate"][];
        };
        /** @description The recorded rates by which a sum was converted: times the one, over the other. */
        readonly UsedRate: {
            /**
             * Format: date
             * @description ISO 8601 calendar date of the rates, who says so, and the currency of which one unit is so many of the others.
             */
            readonly day: string;
            readonly source: string;
            readonly base: string;
            /** @description ISO 4217: what was converted. */
            readonly currency: string;
            /** @description Units of that currency for one of the base, and of the currency that it was converted to. */
            readonly fromRate: string;
            readonly toRate: string;
        };
        /** @description A posting: the change of one account by one journal entry. A posting is never changed; it is corrected by another. */
        readonly LedgerLine: {
            /** @description Sorts as the journal does. */
            readonly place: string;
            /**
             * Format: date
             * @description ISO 8601 calendar date on which it was recorded, in UTC.
             */
            readonly day: string;
            /** Format: date-time */
            readonly at: string;
            readonly entry: string;
            /** @description What was done, by the name of its event. */
            readonly event: string;
            /** @description Absent where it is of a bank statement. */
            readonly agreement?: string;
            readonly project?: string;
            /** @description Whose account it is. */
            readonly party?: string;
            readonly account: string;
            readonly kind: string;
            /** @description Signed. */
            readonly amount: components["schemas"]["Money"];
            readonly payment?: string;
            readonly milestone?: string;
            /**
             * Format: date
             * @description On which the bank paid.
             */
            readonly valueDate?: string;
            readonly bankReference?: string;
            /** @description The bank statement of whose entries it is. */
            readonly statement?: string;
        };
        /** @description The rates of one source and day, as one person entered them and another confirmed them: for finance and auditors. What was confirmed is never changed; a correction is another edition, and the earlier one stays. */
        readonly RateSheet: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /**
             * @description `correcting`: rates stand, and a correction of them waits for its second person. `refused`: no edition of it was confirmed.
             * @enum {string}
             */
            readonly status: "proposed" | "confirmed" | "correcting" | "refused";
            /** @description Who says so: a central bank, by its name. */
            readonly source: string;
            /** @description ISO 4217: the currency of which one unit is so many of the others. */
            readonly base: string;
            /**
             * Format: date
             * @description ISO 8601 calendar date of the rates.
             */
            readonly day: string;
            /** @description In their order; the last that is `confirmed` stands. */
            readonly editions: readonly components["schemas"]["RateEdition"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        /** @description What was entered at once. */
        readonly RateEdition: {
            /** @description From 1. */
            readonly number: number;
            /**
             * @description `replaced`: it stood until a later edition was confirmed.
             * @enum {string}
             */
            readonly standing: "proposed" | "confirmed" | "refused" | "replaced";
            readonly rates: readonly components["schemas"]["Rate"][];
            /** @description Lower-case hexadecimal SHA-256 of the file that it was read from; absent where it was entered by hand. */
            readonly file?: string;
            readonly enteredBy: string;
            /** Format: date-time */
            readonly enteredAt: string;
            /** @description Who confirmed or refused it. */
            readonly decidedBy?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            /** @description With which words it was refused. */
            readonly note?: string;
        };
        readonly Rate: {
            /** @description ISO 4217. */
            readonly currency: string;
            /** @description So many units of the currency for one unit of the base: an exact decimal. */
            readonly rate: string;
        };
        readonly ImportedRateDays: {
            /** @description The item that the command changed or began. */
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @description Where the item now stands. */
            readonly status: string;
            readonly days?: readonly components["schemas"]["ImportedRates"][];
        };
        readonly ImportedRates: {
            readonly id: string;
            /** Format: date */
            readonly day: string;
            readonly rates: number;
            /** @description Whether they had been entered so before: nothing was changed. */
            readonly known: boolean;
        };
        /** @description The days between one closing of the books and the next: for finance and auditors. One person proposes through which day they are closed, and another confirms it. A period that is closed is never opened again. */
        readonly Period: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /**
             * @description `refused`: no proposal waits, and none was confirmed.
             * @enum {string}
             */
            readonly status: "proposed" | "closed" | "refused";
            /**
             * Format: date
             * @description ISO 8601 calendar dates, both within it. Without a first day it begins with the first entry of all.
             */
            readonly from?: string;
            /**
             * Format: date
             * @description As it was proposed last.
             */
            readonly through: string;
            /** @description In their order. */
            readonly proposals: readonly components["schemas"]["PeriodProposal"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly PeriodProposal: {
            /** @description From 1. */
            readonly number: number;
            /** @enum {string} */
            readonly standing: "proposed" | "confirmed" | "refused";
            /** Format: date */
            readonly through: string;
            /** @description The trial balance: by kind of account and currency what there is at the end of the last day, where there is anything. */
            readonly balances: readonly components["schemas"]["TrialBalanceLine"][];
            /** @description Lower-case hexadecimal SHA-256 of the JSON text ["junkan.trial-balance.1", through, [[kind, currency, amount], …]], in the order of the balances, amounts as decimal texts of minor units. */
            readonly balanceHash: string;
            /** @description Who reported anything within its days: none of them confirms it. */
            readonly reportedBy: readonly string[];
            readonly proposedBy: string;
            /** Format: date-time */
            readonly proposedAt: string;
            /** @description Who confirmed or refused it. */
            readonly decidedBy?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            /** @description With which words it was refused. */
            readonly note?: string;
        };
        readonly TrialBalanceLine: {
            readonly kind: string;
            /** @description Of all accounts of the kind; never nothing. */
            readonly closing: components["schemas"]["Money"];
        };
        readonly ImportedStatements: {
            /** @description In the order of the file. */
            readonly statements: readonly components["schemas"]["ImportedStatement"][];
        };
        readonly ImportedStatement: {
            readonly id: string;
            readonly version: number;
            /** @enum {string} */
            readonly status: "importing" | "waiting" | "done";
            readonly entries: number;
            /** @description Whether all of it was imported before. */
            readonly known: boolean;
        };
        /** @description What a bank says of one account: its entries are matched with payments, and those that settle one are reported of it. */
        readonly Statement: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /**
             * @description `importing`: its entries are read, and not all of them are matched yet: the same file again finishes it. `waiting`: a person has to act.
             * @enum {string}
             */
            readonly status: "importing" | "waiting" | "done";
            /** @description The IBAN, or another number of the account. */
            readonly account: string;
            /** @description What the bank calls the statement. */
            readonly reference: string;
            /** @description Of a statement that comes in several, which of them it is. */
            readonly page: string;
            readonly currency: string;
            /**
             * Format: date
             * @description Of what the bank tells: absent where it does not say.
             */
            readonly from?: string;
            /** Format: date */
            readonly to?: string;
            /** @description Negative where the account was overdrawn. */
            readonly openingBalance?: components["schemas"]["Money"];
            readonly closingBalance?: components["schemas"]["Money"];
            /**
             * @description Whether the opening balance and the booked entries are the closing balance.
             * @enum {string}
             */
            readonly balance: "adds-up" | "differs" | "cannot-be-told";
            /** @description The closing balance less that sum, where it differs. */
            readonly differsBy?: components["schemas"]["Money"];
            /**
             * @description Why it cannot be told.
             * @enum {string}
             */
            readonly untold?: "no-opening-balance" | "no-closing-balance" | "one-of-several-pages" | "other-currency";
            /** @description Lower-case hexadecimal SHA-256 of the file that was imported. */
            readonly file: string;
            readonly importedBy: string;
            /** Format: date-time */
            readonly importedAt: string;
            readonly entries: number;
            /** @description What its entries come to, by how they stand, direction and currency. */
            readonly sums: readonly components["schemas"]["EntrySum"][];
            /** @description By whom that was reported which waits for its second person. */
            readonly reportedBy: readonly string[];
            /** @description The sponsor whose account it is, where one has named it. */
            readonly owner?: string;
            /** @description The bank that keeps the account, as the statement tells it: its BIC, and its number in the clearing of its country. */
            readonly bic?: string;
            readonly bankCode?: string;
            /** @description The sponsors that had named its account, where several had and nothing told them apart. */
            readonly claimants: readonly string[];
            /** @description What finance has said last of whose account it is. */
            readonly naming?: components["schemas"]["OwnerNaming"];
        };
        readonly EntrySum: {
            /** @enum {string} */
            readonly standing: "read" | "reported" | "confirmed" | "returns" | "held" | "suggested" | "unmatched" | "ignored" | "repeated" | "charged" | "fee" | "dismissed";
            /** @enum {string} */
            readonly direction: "credit" | "debit";
            readonly entries: number;
            readonly amount: components["schemas"]["Money"];
        };
        readonly OwnerNaming: {
            readonly account: string;
            /** @description Whose account it is. */
            readonly sponsor: string;
            /**
             * @description `proposed`: it waits for a second person.
             * @enum {string}
             */
            readonly status: "proposed" | "confirmed" | "refused";
            /** @description Words that can be erased. */
            readonly note?: string;
            readonly by: string;
            /** @description The second person. */
            readonly decidedBy?: string;
            /** @description Why it was refused; words that can be erased. */
            readonly reason?: string;
        };
        /** @description One booking of the bank, or one transfer within a booking of several. */
        readonly StatementEntry: {
            /** @description Its place in the statement, from 1. */
            readonly number: number;
            /** @description The same wherever the bank tells it again. */
            readonly key: string;
            /**
             * @description `reported`: it settles a payment, and waits for its second person. `repeated`: another statement had told it before. `returns`, `held`, `suggested` and `unmatched` wait for a person. `charged`: it is said to be a charge of the bank, and waits for its second person; then it is a `fee`. `dismissed`: it is said to concern no payment, and waits for its second person; then it is `ignored`.
             * @enum {string}
             */
            readonly standing: "read" | "reported" | "confirmed" | "returns" | "held" | "suggested" | "unmatched" | "ignored" | "repeated" | "charged" | "fee" | "dismissed";
            /**
             * @description Why it is held.
             * @enum {string}
             */
            readonly because?: "batch-without-details" | "batch-details-differ" | "not-booked" | "reversal" | "two-candidates" | "earlier-attempt" | "settled-already" | "not-settled" | "other-account" | "other-currency" | "other-amount" | "no-bank-reference" | "no-value-date" | "before-instruction" | "report-refused" | "objected" | "by-hand" | "charge-refused" | "dismissal-refused";
            /** @description Never negative. */
            readonly amount: components["schemas"]["Money"];
            /**
             * @description Of the account: a debit is money that left it.
             * @enum {string}
             */
            readonly direction: "credit" | "debit";
            readonly booked: boolean;
            /** Format: date */
            readonly valueDate?: string;
            readonly bankReference?: string;
            /** @description Our own reference, as the bank repeats it. */
            readonly instruction?: string;
            readonly agreement?: string;
            readonly payment?: string;
            /** @description The payments that it may be of, the likeliest first. */
            readonly candidates: readonly components["schemas"]["EntryCandidate"][];
            /** @description The rejection with which the payment refused its report. */
            readonly refusal?: string;
            /** @description Words that can be erased. */
            readonly note?: string;
            /** @description Who matched or decided it last. */
            readonly by?: string;
            /** @description Of one that is repeated: the statement that told it first. */
            readonly repeats?: string;
            /** @description As the bank wrote it; absent where it did not, or where it was erased. */
            readonly counterparty?: string;
            readonly counterpartyAccount?: string;
            readonly remittance?: string;
            /** @description The recovery of the agreement of which it is a refund; absent where it is of a payment, or of nothing. */
            readonly recovery?: number;
        };
        readonly EntryCandidate: {
            readonly agreement: string;
            readonly payment: string;
            /** @description Of 100. */
            readonly score: number;
        };
        /** @description A bank account of a sponsor of which a statement may be: it has its number, and is not known to be kept by another bank. */
        readonly OwnerCandidate: {
            readonly account: string;
            readonly sponsor: string;
            readonly holder: string;
            readonly bankName: string;
            readonly bic?: string;
            readonly bankCode?: string;
        };
        readonly ConfirmedStatement: {
            /** @description The item that the command changed or began. */
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @description Where the item now stands. */
            readonly status: string;
            /** @description How many payments are confirmed by it now. */
            readonly confirmed?: number;
            /** @description Those that were not confirmed, and why. */
            readonly unconfirmed?: readonly components["schemas"]["UnconfirmedEntry"][];
            /** @description How many wait beyond those that were tried: confirm again. */
            readonly left?: number;
        };
        readonly UnconfirmedEntry: {
            readonly entry: number;
            readonly agreement: string;
            /** @description Absent of the refund of a recovery. */
            readonly payment?: string;
            /** @description The rejection with which the payment, or the recovery, refused it. */
            readonly rejection: string;
        };
        /** @description Above which amounts two persons of an organisation approve. For the organisation itself and overseers. */
        readonly ApprovalRules: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /**
             * @description Whether limits that were proposed wait for a second person.
             * @enum {string}
             */
            readonly status: "standing" | "proposed";
            readonly organisation: string;
            /** @description The number of the proposal by which the limits stand; 0 = none stands. */
            readonly edition: number;
            /** @description The limits that stand, one for each currency that has one. */
            readonly limits: readonly components["schemas"]["Money"][];
            readonly proposals: readonly components["schemas"]["LimitsProposal"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly LimitsProposal: {
            /** @description Counts the proposals of the organisation, from 1. */
            readonly number: number;
            /** @enum {string} */
            readonly status: "proposed" | "approved" | "refused";
            readonly limits: readonly components["schemas"]["Money"][];
            readonly proposedBy: string;
            /** Format: date-time */
            readonly proposedAt: string;
            /** @description Who approved or refused it. */
            readonly decidedBy?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            /** @description With which words it was refused. */
            readonly note?: string;
        };
        /** @description Which roles the approvers of an organisation have given to other persons of it, each for some days. */
        readonly Delegations: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /**
             * @description Whether a delegation waits for its confirmation.
             * @enum {string}
             */
            readonly status: "standing" | "proposed";
            readonly organisation: string;
            readonly delegations: readonly components["schemas"]["Delegation"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly Delegation: {
            /** @description Counts the delegations of the organisation, from 1. */
            readonly number: number;
            /**
             * @description One that is confirmed is in force from its first day to its last.
             * @enum {string}
             */
            readonly status: "proposed" | "confirmed" | "ended";
            /** @enum {string} */
            readonly role: "proposer.certifier" | "sponsor.approver" | "secretariat.approver" | "finance.checker";
            readonly givenBy: string;
            readonly takenBy: string;
            /**
             * Format: date
             * @description Both days are within it, from midnight to midnight in UTC.
             */
            readonly firstDay: string;
            /** Format: date */
            readonly lastDay: string;
            /** Format: date-time */
            readonly givenAt: string;
            /** @description Why it was given; words that can be erased. */
            readonly note?: string;
            readonly confirmedBy?: string;
            /** Format: date-time */
            readonly confirmedAt?: string;
            readonly endedBy?: string;
            /** Format: date-time */
            readonly endedAt?: string;
            /** @description Why it was ended; words that can be erased. */
            readonly endNote?: string;
        };
        /** @description Where an organisation is paid, or pays from. Whole for itself, finance and auditors; others who may know of it see by which letters to tell it. */
        readonly BankAccount: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @enum {string} */
            readonly status: "proposed" | "confirmed" | "refused" | "retired";
            readonly organisation: string;
            /** @description Whose name the bank has. */
            readonly holder: string;
            /** @description ISO 3166-1 alpha-2: where the account is kept. */
            readonly country: string;
            /** @description ISO 4217. */
            readonly currency: string;
            /**
             * @description Whether the number is an IBAN, or one of the country’s own.
             * @enum {string}
             */
            readonly scheme: "iban" | "local";
            /** @description The whole number, in upper case and without spaces. Absent where it was erased. */
            readonly number?: string;
            /** @description The last four characters of the number. */
            readonly lastFour: string;
            /** @description By which the banks of the country tell each other and their branches apart. */
            readonly bankCode?: string;
            readonly bic?: string;
            readonly bankName: string;
            /** @description The town of the holder. */
            readonly town: string;
            /** @description The account in whose place it is used from `usableFrom` on; absent where it is in nobody’s place. */
            readonly replaces?: string;
            readonly proposedBy: string;
            /** @description Who confirmed or refused it. */
            readonly decidedBy?: string;
            /**
             * Format: date-time
             * @description From then on it may be paid to and from; absent until it is confirmed.
             */
            readonly usableFrom?: string;
            /** @description With which words it was refused. */
            readonly note?: string;
            /** Format: date-time */
            readonly retiredAt?: string;
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly AnsweredPaymentFile: {
            readonly id: string;
            readonly version: number;
            /** @enum {string} */
            readonly status: "making" | "made" | "approved" | "refused" | "sending" | "sent" | "answered";
            /** @description How many transfers this answer tells of. */
            readonly told: number;
            readonly rejected: number;
            /** @description Of the rejected, those whose failure could not be reported: a person has to do it. */
            readonly unreported: number;
            /** @description What it says of no single transfer. */
            readonly untold: number;
            /** @description Whether it was taken before. */
            readonly known: boolean;
        };
        /** @description The transfers of one sponsor, currency and day, as they go to its bank in one message (pain.001.001.09). It names accounts by their ids. */
        readonly PaymentFile: {
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /**
             * @description `making`: its payments are being kept for it; the same request again finishes that. `sending`: the bank has it, and its payments are being instructed; sending it again finishes that. `answered`: the bank has said of each transfer whether it takes it.
             * @enum {string}
             */
            readonly status: "making" | "made" | "approved" | "refused" | "sending" | "sent" | "answered";
            readonly payer: string;
            readonly currency: string;
            /** Format: date */
            readonly executionDate: string;
            readonly payerAccount: string;
            /** @description What the bank calls the file by. */
            readonly message: string;
            readonly transfers: number;
            readonly sum: components["schemas"]["Money"];
            /** @description Lower-case hexadecimal SHA-256 of the file; absent while it is being made. */
            readonly sha256?: string;
            readonly madeBy: string;
            /** Format: date-time */
            readonly madeAt: string;
            readonly approvedBy?: string;
            /** Format: date-time */
            readonly approvedAt?: string;
            readonly refusedBy?: string;
            /** @description Why it was refused. Words that can be erased. */
            readonly note?: string;
            readonly sentBy?: string;
            /** Format: date-time */
            readonly sentAt?: string;
            /** @description What its transfers come to, by how they stand. */
            readonly sums: readonly components["schemas"]["TransferSum"][];
            /** @description Who reported, verified, requested or approved a payment in it: the first three do not approve the file, and whoever requested alone sends it. */
            readonly duties: readonly components["schemas"]["FileDuty"][];
            /** @description What answers of the bank say of no single transfer: a person has to look. */
            readonly untold: readonly components["schemas"]["UntoldAnswer"][];
        };
        readonly TransferSum: {
            /** @enum {string} */
            readonly standing: "listed" | "left-out" | "waiting" | "accepted" | "rejected" | "unclear";
            readonly transfers: number;
            readonly amount: components["schemas"]["Money"];
        };
        readonly FileDuty: {
            /** @enum {string} */
            readonly duty: "submitted" | "verified" | "requested" | "approved";
            readonly person: string;
        };
        /** @description What a bank says of a file, or of a part of it, and of no single transfer. */
        readonly UntoldAnswer: {
            /** @enum {string} */
            readonly because: "group-only" | "instruction-only" | "no-end-to-end-id" | "no-status";
            readonly code?: string;
            readonly reasonCode?: string;
            readonly instruction?: string;
        };
        readonly MadePaymentFile: {
            /** @description The item that the command changed or began. */
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            /** @description Where the item now stands. */
            readonly status: string;
            /** @description How many payments are in it, and what they come to. */
            readonly transfers?: number;
            readonly sum?: components["schemas"]["Money"];
            /** @description Those that did not go into it, and why. */
            readonly leftOut?: readonly components["schemas"]["LeftOutPayment"][];
        };
        readonly LeftOutPayment: {
            readonly agreement: string;
            readonly payment: string;
            /** @enum {string} */
            readonly because: "no-usable-account" | "agreement-not-effective" | "outside-period" | "in-another-file" | "not-approved" | "other-duty" | "on-hold";
        };
        readonly FileTransfer: {
            /** @description Its place in the file, from 1. */
            readonly number: number;
            readonly agreement: string;
            readonly payment: string;
            readonly tranche: number;
            /** @description The proposer that is paid. */
            readonly payee: string;
            readonly payeeAccount?: string;
            readonly amount: components["schemas"]["Money"];
            /** @description The end-to-end reference. */
            readonly instruction: string;
            /**
             * @description `left-out`: it is not in the file. `waiting`: the bank has it, and says no more. `unclear`: a person has to look what the bank means.
             * @enum {string}
             */
            readonly standing: "listed" | "left-out" | "waiting" | "accepted" | "rejected" | "unclear";
            /**
             * @description Why it was left out.
             * @enum {string}
             */
            readonly because?: "no-usable-account" | "agreement-not-effective" | "outside-period" | "in-another-file" | "not-approved" | "other-duty" | "on-hold";
            /** @description The status and the reason by the bank’s own codes. */
            readonly code?: string;
            readonly reasonCode?: string;
            /** @description The rejection with which the payment refused the report of its failure. */
            readonly refusal?: string;
            /** Format: date-time */
            readonly toldAt?: string;
            /** @description The number of the advance that it pays; 0 = it pays none. */
            readonly advance: number;
            /** @description Counts the payments by which a part of a tranche is paid in several; 0 = it pays all that is left of its part. */
            readonly partPayment: number;
        };
        /** @description An account by the letters that tell it, for whoever may know of it. */
        readonly NamedAccount: {
            readonly id: string;
            /** @description Whose name the bank has. */
            readonly holder: string;
            /** @description The last four characters of the number. */
            readonly lastFour: string;
            readonly bankName: string;
        };
        readonly PaymentForFile: {
            readonly agreement: string;
            readonly payment: string;
            /** @description 0 = it releases what was retained of all tranches. */
            readonly tranche: number;
            /** @description The number of the advance that it pays; 0 = it pays none. */
            readonly advance: number;
            /** @description Counts the payments by which a part of a tranche is paid in several; 0 = it pays all that is left of its part. */
            readonly partPayment: number;
            /** @description The proposer that is paid, and the account it would be paid to. */
            readonly payee: string;
            readonly payeeAccount?: string;
            readonly amount: components["schemas"]["Money"];
            /**
             * @description Why it cannot go into a file.
             * @enum {string}
             */
            readonly because?: "no-usable-account" | "agreement-not-effective" | "outside-period" | "in-another-file" | "not-approved" | "other-duty" | "on-hold";
            /** @description Why a bank would not take it as it would be written. */
            readonly fault?: components["schemas"]["WritingFault"];
        };
        readonly WritingFault: {
            /** @description What of the party or the transfer, as `payee/name`. */
            readonly part: string;
            /** @description The rule that it breaks. */
            readonly breaks: string;
            /** @description Those that banks cannot write. */
            readonly characters: string;
        };
        readonly FoundOffer: {
            readonly id: string;
            /**
             * @description A proposed offer is not yet backed by budget; a lapsed one ended with its round.
             * @enum {string}
             */
            readonly status: "proposed" | "live" | "refused" | "accepted" | "declined" | "retracted" | "expired" | "approved" | "withdrawn" | "lapsed";
            readonly sponsor: string;
            readonly mandate: string;
            readonly envelope: string;
            readonly amount: components["schemas"]["Money"];
            /** @description Counts the versions of the offer's terms, from 1. */
            readonly terms: number;
            readonly proposedBy: string;
            readonly approvedBy?: string;
            /** @description Why it ended, where it did. */
            readonly reason?: string;
            /**
             * @description Whose terms they are; the other side accepts or counters them.
             * @enum {string}
             */
            readonly side: "sponsor" | "proposer";
            /**
             * Format: date-time
             * @description The instant at which it lapses by itself; absent where it lapses with its round.
             */
            readonly expiresAt?: string;
            /** @description Everybody of the sponsor who had a part in its terms; none of them approves it. */
            readonly preparedBy: readonly string[];
            /** @description The terms of the mandate that it was made under, and stays under, by their number. */
            readonly mandateRevision: number;
            /** @description On what terms the money is given; absent of offers of earlier versions. */
            readonly financing?: components["schemas"]["FinancialTerms"];
            /** @description The first of two approvals, where the amount was above a limit of the sponsor; it waits for another person until it is approved. */
            readonly firstApproval?: components["schemas"]["OfferFirstApproval"];
            /** @description What these terms take of an envelope in another currency; absent where it is in the same, and of what the proposer asks for until its sponsor agrees. Told to the sponsor and to overseers. */
            readonly conversion?: components["schemas"]["Conversion"];
            /** @description Every version of its terms. In the round, not in lists. */
            readonly versions?: readonly components["schemas"]["OfferTerms"][];
            /** @description What was said when it ended; absent where nobody ended it. In the round, not in lists. */
            readonly ended?: components["schemas"]["Words"];
            readonly funding: string;
            readonly project: string;
            readonly proposer: string;
        };
        readonly FoundPayment: {
            readonly id: string;
            /** @enum {string} */
            readonly status: "requested" | "approved" | "refused" | "instructed" | "failed" | "settled" | "returned";
            readonly agreement: string;
            /** @description 0 = it releases what was retained of all tranches. */
            readonly tranche: number;
            readonly sponsor: string;
            readonly amount: components["schemas"]["Money"];
            readonly milestone: string;
            readonly report: number;
            readonly submittedBy: string;
            /** @description Absent of an advance, which is paid before anything is verified. */
            readonly verifiedBy?: string;
            readonly requestedBy: string;
            readonly approvedBy?: string;
            readonly instruction?: string;
            readonly bankReference?: string;
            /** Format: date */
            readonly valueDate?: string;
            /** Format: date-time */
            readonly requestedAt: string;
            /** Format: date-time */
            readonly approvedAt?: string;
            /** Format: date-time */
            readonly settledAt?: string;
            /** Format: date-time */
            readonly instructedAt?: string;
            /** @description Everybody who submitted a report of its milestone. */
            readonly reportedBy: readonly string[];
            /** @description What is said of the bank, while it waits for its second person and once it is confirmed. */
            readonly reported?: components["schemas"]["BankReport"];
            /** @description Who confirmed what was reported. */
            readonly confirmedBy?: string;
            /** @description What was ordered before and came to nothing, the order itself as well where it was refused or has failed. */
            readonly attempts: readonly components["schemas"]["PaymentAttempt"][];
            readonly objections: readonly components["schemas"]["PaymentObjection"][];
            /** @description The file in which it goes to the bank; absent where it is in none. */
            readonly file?: string;
            /** @description The accounts by which the bank was told to pay, or is to be told by the file; absent where none is recorded. */
            readonly payerAccount?: string;
            readonly payeeAccount?: string;
            /** @description What one person says has undone the settlement: the bank has returned the money, or it was booked by mistake. */
            readonly undoing?: components["schemas"]["BankReport"];
            /** @description Settlements that were booked by mistake, each with the report that said so. */
            readonly reversals: readonly components["schemas"]["PaymentObjection"][];
            /** @description The first of two approvals, where the amount was above a limit; the order waits for another person until it is approved. */
            readonly firstApproval?: components["schemas"]["FirstApproval"];
            /** @description What of the part of the tranche is kept until all is settled, besides the amount that is paid. */
            readonly retained: components["schemas"]["Money"];
            /** @description What of the part of the tranche was paid ahead. */
            readonly advanced: components["schemas"]["Money"];
            /** @description The number of the advance that it pays; 0 = it pays none. */
            readonly advance: number;
            /** @description Counts the payments by which a part of a tranche is paid in several, from 1; 0 = it pays all that is left of its part. */
            readonly partPayment: number;
            /** @description What of the part of the tranche was paid by such payments before. */
            readonly partPaid: components["schemas"]["Money"];
            /** @description What all payments of a part come to that is paid in several, with what is retained: limits of approvals are held to this. Absent where it is paid in one. */
            readonly partWhole?: components["schemas"]["Money"];
            readonly project: string;
            readonly proposer: string;
        };
        /** @description Something that waits for a person of one role of one organisation. */
        readonly Work: {
            /** @enum {string} */
            readonly kind: "proposal-to-submit" | "screening" | "information-asked" | "project-to-open" | "offer-to-answer" | "counter-offer-to-answer" | "offer-to-approve" | "project-to-approve" | "signature" | "modification-to-answer" | "modification-to-approve" | "report-due" | "report-returned" | "report-to-verify" | "waiver-to-decide" | "payment-to-request" | "retention-to-release" | "advance-to-request" | "expenditure-to-submit" | "expenditure-to-verify" | "payment-to-approve" | "payment-to-instruct" | "payment-to-report" | "payment-to-confirm" | "exchange-to-book" | "closure-to-propose" | "closure-to-decide" | "due-diligence" | "clearance-ending" | "report-to-sign" | "draft-returned" | "question-to-answer" | "condition-to-report" | "condition-to-confirm" | "bank-account-to-confirm" | "entries-to-decide" | "statement-to-confirm" | "recovery-to-answer" | "recovery-to-decide" | "recovery-to-resolve" | "resolution-to-decide" | "payment-file-to-approve" | "payment-file-to-send" | "payment-file-to-be-answered" | "rates-to-confirm" | "period-to-close" | "limits-to-approve" | "delegation-to-confirm" | "hold-to-release" | "envelope-end-to-confirm" | "statement-owner-to-name" | "statement-owner-to-confirm";
            /** @description The item that waits. */
            readonly item: string;
            readonly offer?: string;
            readonly payment?: string;
            /** @description The number of the agreement’s measure. */
            readonly measure?: number;
            /** @description The tranche of which a part can be requested. */
            readonly tranche?: number;
            readonly sponsor?: string;
            readonly project?: string;
            /** @description The title of the project. */
            readonly title?: string;
            /** @enum {string} */
            readonly role: "proposer.officer" | "proposer.certifier" | "sponsor.officer" | "sponsor.approver" | "secretariat.officer" | "secretariat.verifier" | "secretariat.approver" | "finance.maker" | "finance.checker" | "auditor" | "clock.operator" | "system.workflow";
            /** @description The role and the organisation that it waits for. */
            readonly organisation: string;
            /** Format: date-time */
            readonly since: string;
            /**
             * Format: date-time
             * @description By when it should be done. Absent where there is no such time.
             */
            readonly due?: string;
            /**
             * Format: date
             * @description The calendar date that `due` is the end of, where there is one.
             */
            readonly dueOn?: string;
            readonly overdue: boolean;
            /**
             * @description What happens where nobody acts. `reminder`: a reminder when it is due. `escalates`: also, later, word to the next in charge. `becomes-overdue`: the milestone does, some time after it is due, and then that escalates. `expires`: the terms or the clearance do when they are due. `lapses`: the offer does when its round ends.
             * @enum {string}
             */
            readonly silence: "nothing" | "reminder" | "escalates" | "becomes-overdue" | "expires" | "lapses";
            readonly amount?: components["schemas"]["Money"];
            /** @description The operations that end the wait. */
            readonly operations: readonly ("signAgreement" | "declineSignature" | "proposeMeasure" | "answerMeasure" | "approveMeasure" | "refuseMeasure" | "reportCondition" | "confirmCondition" | "refuseCondition" | "requestPayment" | "requestPartPayment" | "requestRelease" | "askAdvance" | "refuseAdvance" | "requestAdvance" | "submitExpenditure" | "acceptExpenditure" | "returnExpenditure" | "holdPayment" | "releaseHold" | "approvePayment" | "refusePayment" | "instructPayment" | "failPayment" | "settlePayment" | "returnPayment" | "reversePayment" | "bookExchange" | "confirmPayment" | "objectToPayment" | "claimRecovery" | "answerRecovery" | "approveRecovery" | "refuseRecovery" | "reportRefund" | "proposeResolution" | "proposeWriteOff" | "confirmResolution" | "refuseResolution" | "bookExchangeOfRefund" | "importStatements" | "confirmStatement" | "linkEntry" | "recordFee" | "refuseFee" | "ignoreEntry" | "refuseDismissal" | "holdEntry" | "nameStatementOwner" | "confirmStatementOwner" | "refuseStatementOwner" | "makePaymentFile" | "approvePaymentFile" | "refusePaymentFile" | "sendPaymentFile" | "answerPaymentFile" | "proposeBankAccount" | "confirmBankAccount" | "refuseBankAccount" | "retireBankAccount" | "enterRates" | "importRates" | "confirmRates" | "refuseRates" | "proposePeriod" | "closePeriod" | "refusePeriod" | "proposeLimits" | "approveLimits" | "refuseLimits" | "proposeOffer" | "acceptOffer" | "counterOffer" | "declineOffer" | "retractOffer" | "approveOffer" | "withdrawOffer" | "askQuestion" | "answerQuestion" | "changeSettings" | "muteNotices" | "readNotices" | "saveSearch" | "changeSearch" | "removeSearch" | "registerProposer" | "draftProject" | "reviseProposal" | "attachDocuments" | "nameContacts" | "submitProject" | "requestInformation" | "provideInformation" | "declareEligible" | "declareIneligible" | "openProject" | "approveProject" | "refuseProject" | "withdrawProject" | "closeProject" | "proposeClosure" | "refuseClosure" | "delegateRole" | "confirmDelegation" | "endDelegation" | "reportMilestone" | "saveDraftResults" | "saveDraftEvidence" | "saveDraftNarrative" | "sendDraft" | "returnDraft" | "signOffReport" | "returnReport" | "verifyMilestone" | "rejectMilestone" | "proposeWaiver" | "refuseWaiver" | "waiveMilestone" | "advanceClock" | "uploadEvidence" | "registerSponsor" | "publishMandate" | "reviseMandate" | "pauseMandate" | "resumeMandate" | "retireMandate" | "openEnvelope" | "proposeEnvelopeEnd" | "confirmEnvelopeEnd" | "refuseEnvelopeEnd" | "requestDueDiligence" | "clearSubject" | "flagSubject" | "revokeClearance" | "relyOnClearance")[];
            /** @description Whether the caller is one of those who may act. */
            readonly mine: boolean;
            /** @description Where the caller has the role, but separated duties keep the caller from it: the problem that an act would meet. */
            readonly excluded?: ("/problems/role-is-missing" | "/problems/wrong-organisation" | "/problems/person-acts-for-another" | "/problems/prepared-by-the-same-person" | "/problems/subject-is-not-clear" | "/problems/fact-is-out-of-reach" | "/problems/revisions-are-too-many" | "/problems/note-is-missing" | "/problems/name-is-missing" | "/problems/amount-is-not-positive" | "/problems/codes-are-unknown" | "/problems/amount-is-negative" | "/problems/wrong-currency" | "/problems/currencies-differ" | "/problems/joined-person-has-acted" | "/problems/country-is-malformed" | "/problems/proposer-is-registered" | "/problems/proposer-is-unknown" | "/problems/proposal-is-malformed" | "/problems/place-is-unknown" | "/problems/project-is-drafted" | "/problems/reference-is-used" | "/problems/project-is-unknown" | "/problems/project-is-in-another-status" | "/problems/project-is-incomplete" | "/problems/reasons-are-missing" | "/problems/target-is-missing" | "/problems/wrong-round" | "/problems/recoveries-are-open" | "/problems/closure-is-proposed" | "/problems/closure-is-not-proposed" | "/problems/organisation-is-unknown" | "/problems/milestone-is-unknown" | "/problems/milestone-has-begun" | "/problems/milestone-is-in-another-status" | "/problems/it-is-too-early" | "/problems/indicator-is-reported-twice" | "/problems/indicators-are-not-planned" | "/problems/indicators-are-missing" | "/problems/unit-is-another" | "/problems/absence-is-unexplained" | "/problems/report-is-unchanged" | "/problems/countries-are-of-others" | "/problems/evidence-is-missing" | "/problems/evidence-quota-is-used-up" | "/problems/evidence-is-unknown" | "/problems/report-is-another" | "/problems/report-has-its-verdict" | "/problems/payable-share-is-out-of-range" | "/problems/rest-is-missing" | "/problems/nothing-to-carry-to" | "/problems/waiver-is-proposed" | "/problems/waiver-is-not-proposed" | "/problems/rests-are-under-way" | "/problems/amount-is-another" | "/problems/submitted-by-the-same-person" | "/problems/clock-is-real" | "/problems/clock-only-moves-forward" | "/problems/draft-is-another" | "/problems/draft-is-at-the-certifier" | "/problems/draft-is-incomplete" | "/problems/draft-is-not-sent" | "/problems/draft-is-sent" | "/problems/section-has-changed" | "/problems/sign-off-is-required" | "/problems/sponsor-is-registered" | "/problems/sponsor-is-unknown" | "/problems/mandate-is-published" | "/problems/mandate-is-unknown" | "/problems/terms-are-too-long" | "/problems/mandate-is-retired" | "/problems/countries-are-missing" | "/problems/ticket-is-not-positive" | "/problems/ticket-bounds-are-reversed" | "/problems/usual-ticket-is-reversed" | "/problems/usual-ticket-is-outside-the-ticket" | "/problems/themes-are-excluded" | "/problems/period-is-reversed" | "/problems/period-is-over" | "/problems/end-is-past" | "/problems/end-stands" | "/problems/end-is-pending" | "/problems/envelope-end-is-unknown" | "/problems/envelope-end-in-status" | "/problems/envelope-is-claimed" | "/problems/envelope-is-open" | "/problems/envelope-is-not-open" | "/problems/envelope-is-of-another-sponsor" | "/problems/envelope-is-in-another-currency" | "/problems/budget-is-not-enough" | "/problems/offer-holds-another-amount" | "/problems/offer-is-released" | "/problems/offer-is-committed" | "/problems/offer-holds-nothing" | "/problems/offer-is-not-committed" | "/problems/kept-exceeds-commitment" | "/problems/passport-is-unknown" | "/problems/no-review-is-asked-for" | "/problems/clearance-is-too-long" | "/problems/valid-until-is-past" | "/problems/flag-is-graver" | "/problems/nothing-is-cleared" | "/problems/clearance-is-another" | "/problems/clearance-has-not-expired" | "/problems/project-is-of-another" | "/problems/funding-is-unknown" | "/problems/funding-is-opened-already" | "/problems/project-is-not-open-to-sponsors" | "/problems/funding-is-not-open" | "/problems/funding-is-not-closed" | "/problems/rate-is-missing" | "/problems/outside-the-period-of-the-envelope" | "/problems/offer-outlives-the-round" | "/problems/round-is-over" | "/problems/round-is-not-over" | "/problems/mandate-is-not-the-sponsors" | "/problems/envelope-is-unknown" | "/problems/mandate-is-not-published" | "/problems/mandate-does-not-match" | "/problems/amount-is-outside-the-ticket" | "/problems/amount-exceeds-the-gap" | "/problems/amount-is-the-same" | "/problems/loan-terms-do-not-fit" | "/problems/guarantee-terms-do-not-fit" | "/problems/index-does-not-fit" | "/problems/grace-is-too-long" | "/problems/months-do-not-fit" | "/problems/offer-is-unknown" | "/problems/offer-in-status" | "/problems/offer-ends-in-the-past" | "/problems/offer-has-expired" | "/problems/offer-has-not-expired" | "/problems/funding-is-sealed" | "/problems/funding-is-not-approved" | "/problems/terms-are-of-another-version" | "/problems/question-is-unknown" | "/problems/question-is-answered" | "/problems/question-is-public" | "/problems/questions-are-too-many" | "/problems/shares-are-missing" | "/problems/tranches-are-missing" | "/problems/sponsor-shares-twice" | "/problems/offer-is-shared-twice" | "/problems/share-is-not-positive" | "/problems/parts-differ-from-share" | "/problems/tranches-are-not-numbered" | "/problems/tranche-is-negative" | "/problems/shares-and-tranches-differ" | "/problems/agreement-is-unknown" | "/problems/agreement-is-drafted" | "/problems/agreement-is-not-effective" | "/problems/agreement-is-not-a-draft" | "/problems/party-is-not-of-the-agreement" | "/problems/content-changed" | "/problems/payments-are-open" | "/problems/nothing-is-retained" | "/problems/condition-is-unknown" | "/problems/condition-is-met" | "/problems/condition-is-reported" | "/problems/condition-is-not-reported" | "/problems/conditions-are-open" | "/problems/measure-is-pending" | "/problems/measure-is-unknown" | "/problems/measure-in-status" | "/problems/measure-does-not-fit" | "/problems/payments-are-under-way" | "/problems/agreement-is-not-terminating" | "/problems/milestones-are-open" | "/problems/verdicts-are-under-way" | "/problems/changes-are-missing" | "/problems/tranche-is-unknown" | "/problems/tranche-is-changed-twice" | "/problems/tranche-is-closed" | "/problems/date-is-not-in-the-future" | "/problems/shares-would-be-exceeded" | "/problems/field-is-of-another-kind" | "/problems/cause-is-missing" | "/problems/cure-period-is-missing" | "/problems/cure-period-is-over" | "/problems/cure-period-is-under-way" | "/problems/parties-are-heard" | "/problems/nothing-to-answer" | "/problems/provisions-are-missing" | "/problems/amendment-does-not-fit" | "/problems/result-is-changed-twice" | "/problems/result-is-not-promised" | "/problems/result-is-reported" | "/problems/target-is-unchanged" | "/problems/consent-is-missing" | "/problems/offer-is-not-of-the-agreement" | "/problems/offer-is-changed-twice" | "/problems/conditions-are-fixed" | "/problems/recovery-is-unknown" | "/problems/recovery-in-status" | "/problems/answer-is-awaited" | "/problems/nothing-is-open" | "/problems/amount-exceeds-what-is-open" | "/problems/value-date-is-before-the-claim" | "/problems/refund-is-not-reported" | "/problems/resolution-is-unknown" | "/problems/resolution-in-status" | "/problems/advance-is-unknown" | "/problems/advance-in-status" | "/problems/advances-are-not-allowed" | "/problems/advance-exceeds-the-limit" | "/problems/advance-is-not-liquidated" | "/problems/advance-is-pending" | "/problems/advance-is-under-way" | "/problems/milestone-is-judged" | "/problems/part-is-paid-ahead" | "/problems/expenditure-is-unknown" | "/problems/expenditure-in-status" | "/problems/expenditure-is-pending" | "/problems/days-do-not-fit" | "/problems/cell-is-unknown" | "/problems/cell-is-zero" | "/problems/outside-the-period-of-the-budget" | "/problems/cell-has-an-order" | "/problems/milestone-is-not-verified" | "/problems/milestone-is-of-another-agreement" | "/problems/verdict-is-not-applied" | "/problems/person-has-another-duty" | "/problems/requester-is-another" | "/problems/payment-is-unknown" | "/problems/payment-is-not-requested" | "/problems/payment-is-not-approved" | "/problems/payment-is-not-instructed" | "/problems/payment-is-not-settled" | "/problems/payment-is-not-converted" | "/problems/refund-is-not-converted" | "/problems/rate-of-the-day-is-missing" | "/problems/advance-is-rested-on" | "/problems/part-payment-exceeds-the-rest" | "/problems/no-part-payment-is-left" | "/problems/part-payment-is-under-way" | "/problems/retention-is-released" | "/problems/payment-is-claimed-back" | "/problems/payment-is-settled" | "/problems/payment-is-reported" | "/problems/payment-is-not-reported" | "/problems/wrong-payment-report" | "/problems/bank-reference-is-missing" | "/problems/bank-reference-is-malformed" | "/problems/bank-reference-is-used" | "/problems/value-date-is-no-date" | "/problems/value-date-is-before-the-instruction" | "/problems/value-date-is-before-the-settlement" | "/problems/value-date-is-in-the-future" | "/problems/payment-is-held" | "/problems/hold-is-unknown" | "/problems/hold-is-released" | "/problems/person-holds-it" | "/problems/part-is-paid" | "/problems/approval-rules-are-unknown" | "/problems/limits-are-unknown" | "/problems/limits-are-pending" | "/problems/limits-in-status" | "/problems/limit-is-negative" | "/problems/currency-is-limited-twice" | "/problems/bank-account-is-unknown" | "/problems/bank-account-is-proposed" | "/problems/bank-account-in-status" | "/problems/account-to-replace-is-not-in-use" | "/problems/account-number-differs" | "/problems/one-account-number-is-needed" | "/problems/holder-cannot-be-written" | "/problems/iban-is-malformed" | "/problems/iban-is-of-another-country" | "/problems/account-number-is-malformed" | "/problems/bic-is-malformed" | "/problems/bank-is-not-identified" | "/problems/currency-is-unknown" | "/problems/delegations-are-unknown" | "/problems/delegation-is-unknown" | "/problems/delegation-in-status" | "/problems/delegate-is-the-giver" | "/problems/delegate-has-another-duty" | "/problems/delegate-acts-for-another" | "/problems/delegation-begins-in-the-past" | "/problems/delegation-ends-before-it-begins" | "/problems/delegation-is-too-long" | "/problems/delegation-is-over" | "/problems/role-is-delegated-already" | "/problems/payment-file-is-unknown" | "/problems/payment-file-in-status" | "/problems/payment-file-cannot-be-written" | "/problems/payment-file-does-not-stand" | "/problems/execution-date-is-past" | "/problems/payer-has-no-usable-account" | "/problems/nothing-to-pay" | "/problems/payment-is-in-file" | "/problems/payment-is-not-in-file" | "/problems/account-number-is-erased" | "/problems/answer-is-unreadable" | "/problems/answer-is-of-no-file" | "/problems/answer-is-of-no-payment" | "/problems/statement-is-unreadable" | "/problems/statement-differs" | "/problems/statement-is-unknown" | "/problems/entry-is-unknown" | "/problems/entry-is-decided" | "/problems/entry-is-not-charged" | "/problems/entry-is-not-dismissed" | "/problems/entry-is-no-charge" | "/problems/entry-is-no-refund" | "/problems/entry-is-of-one-thing" | "/problems/entry-is-no-settlement" | "/problems/entry-differs-from-payment" | "/problems/statement-has-owner" | "/problems/account-is-not-of-statement" | "/problems/statement-owner-is-named" | "/problems/statement-owner-is-not-named" | "/problems/rates-are-unknown" | "/problems/currency-is-told-twice" | "/problems/rate-date-is-in-the-future" | "/problems/rate-is-not-positive" | "/problems/rate-is-of-its-base" | "/problems/rates-are-unreadable" | "/problems/rates-are-pending" | "/problems/rates-differ" | "/problems/rates-do-not-wait" | "/problems/period-is-unknown" | "/problems/period-ends-within-a-month" | "/problems/period-is-not-over" | "/problems/period-is-closed" | "/problems/period-is-proposed" | "/problems/period-does-not-wait" | "/problems/period-is-unresolved" | "/problems/trial-balance-differs" | "/problems/time-zone-is-unknown" | "/problems/mail-address-is-malformed" | "/problems/mail-address-is-missing" | "/problems/place-is-malformed" | "/problems/search-is-unknown" | "/problems/search-tells-nothing" | "/problems/searches-are-too-many" | "/problems/request-is-malformed" | "/problems/cursor-is-malformed" | "/problems/cursor-is-not-known" | "/problems/position-is-malformed" | "/problems/idempotency-key-is-missing" | "/problems/idempotency-key-is-malformed" | "/problems/if-match-is-malformed" | "/problems/precondition-required" | "/problems/body-is-not-json" | "/problems/body-is-too-large" | "/problems/media-type-is-not-json" | "/problems/content-encoding-is-not-known" | "/problems/evidence-is-not-taken" | "/problems/route-is-unknown" | "/problems/method-is-not-allowed" | "/problems/request-is-in-flight" | "/problems/requests-are-too-many" | "/problems/streams-are-too-many" | "/problems/system-is-not-settled" | "/problems/deadline-would-be-passed" | "/problems/token-is-missing" | "/problems/token-is-not-valid" | "/problems/session-has-ended" | "/problems/credentials-are-two" | "/problems/request-is-of-another-site" | "/problems/sign-in-is-unknown" | "/problems/sign-in-was-refused" | "/problems/sign-in-is-out-of-reach" | "/problems/organisation-is-not-registered" | "/problems/gateway-is-stopping" | "/problems/something-failed" | "/problems/command-id-was-used-for-another-request" | "/problems/version-is-not-expected" | "/problems/stream-is-contended" | "/problems/field-is-invalid" | "/problems/list-has-not-seen-version" | "/problems/position-is-not-reached" | "/problems/waits-are-too-many" | "/problems/caller-is-unknown" | "/problems/call-is-not-for-caller" | "/problems/sender-broke-off" | "/problems/status-is-not-recognised" | "/problems/store-is-out-of-reach" | "/problems/call-failed" | "/problems/events-are-not-there-yet" | "/problems/events-are-out-of-reach" | "/problems/project-not-found" | "/problems/proposer-not-found" | "/problems/milestone-not-found" | "/problems/draft-not-found" | "/problems/list-not-found" | "/problems/evidence-not-found" | "/problems/content-is-damaged" | "/problems/schedule-not-found" | "/problems/money-of-milestone-not-found" | "/problems/envelopes-of-sponsor-not-found" | "/problems/sponsor-not-found" | "/problems/mandate-not-found" | "/problems/envelope-not-found" | "/problems/passport-not-found" | "/problems/questions-not-found" | "/problems/funding-not-found" | "/problems/offer-not-found" | "/problems/agreement-not-found" | "/problems/rate-sheet-not-found" | "/problems/period-not-found" | "/problems/statement-not-found" | "/problems/delegations-not-found" | "/problems/approval-rules-not-found" | "/problems/bank-account-not-found" | "/problems/payment-file-not-found") | string;
            /** @description The number of the round’s question. */
            readonly question?: number;
            /** @description The number of the agreement’s condition. */
            readonly condition?: number;
            /** @description The number of the agreement’s recovery. */
            readonly recovery?: number;
            /** @description The number of the recovery’s resolution. */
            readonly resolution?: number;
            /** @description The number of the agreement’s advance. */
            readonly advance?: number;
            /** @description The number of the advance’s statement of expenditure. */
            readonly expenditure?: number;
            /** @description The number of the agreement’s hold. */
            readonly hold?: number;
            /** @description The number of the organisation’s delegation. */
            readonly delegation?: number;
            /** @description Which payment it is about, where it is about one. */
            readonly pays?: components["schemas"]["WorkPayment"];
            /** @description Of a bank’s statement: the sponsor whose account it is of, and its last day. */
            readonly owner?: string;
            /** Format: date */
            readonly day?: string;
            /** @description Where the item is to be read; its `may` says what the caller may do. */
            readonly href: string;
        };
        readonly WorkPayment: {
            /** @description 0 = it releases what was retained of all tranches. */
            readonly tranche: number;
            /** @description The number of the advance that it pays; 0 = it pays none. */
            readonly advance: number;
            /** @description Counts the payments by which a part of a tranche is paid in several; 0 = it pays all that is left of its part. */
            readonly partPayment: number;
        };
        /** @description A report as its proposer writes it, for that organisation alone: section by section, until a certifier signs it off. */
        readonly ReportDraft: {
            readonly id: string;
            /** @description Counts the events of the draft’s stream; 0 = nothing was written yet. */
            readonly version: number;
            /**
             * @description `lapsed`: the milestone was reported without it, or asks for no report any more.
             * @enum {string}
             */
            readonly status: "editing" | "sent" | "returned" | "signed-off" | "lapsed";
            readonly milestone: string;
            readonly project: string;
            readonly proposer: string;
            /** @description Which report of the milestone it is to become. */
            readonly number: number;
            /** @description The indicators, as far as they were filled in. */
            readonly results: components["schemas"]["ResultsSection"];
            readonly evidence: components["schemas"]["EvidenceSection"];
            readonly narrative: components["schemas"]["NarrativeSection"];
            /** @description Everybody who wrote or sent it, or uploaded its files: none of them signs it off. */
            readonly preparedBy: readonly string[];
            /** @description Absent unless it was sent to the certifier and not returned since. */
            readonly sent?: components["schemas"]["Edit"];
            /** @description Why a certifier returned it last; absent where none did. */
            readonly returned?: components["schemas"]["Words"];
            readonly history?: components["schemas"]["DraftHistory"];
            /** @description The files that any version of it names, as their proposer uploaded them. */
            readonly files?: readonly components["schemas"]["EvidenceFile"][];
            /** @description What the caller may do with it now. In the item, not in lists. */
            readonly may?: readonly components["schemas"]["Permission"][];
            readonly names?: components["schemas"]["Names"];
        };
        /** @description Who and when. */
        readonly Edit: {
            readonly by: string;
            /** Format: date-time */
            readonly at: string;
        };
        readonly ResultsSection: {
            /** @description Counts the versions of the section; 0 = never saved. Whoever saves it says which one they read. */
            readonly version: number;
            readonly indicators: readonly components["schemas"]["IndicatorValue"][];
            /** @description Absent where it was never saved. */
            readonly saved?: components["schemas"]["Edit"];
        };
        readonly EvidenceSection: {
            /** @description Counts the versions of the section; 0 = never saved. Whoever saves it says which one they read. */
            readonly version: number;
            /** @description SHA-256 of each file. */
            readonly evidence: readonly string[];
            /** @description Absent where it was never saved. */
            readonly saved?: components["schemas"]["Edit"];
        };
        readonly NarrativeSection: {
            /** @description Counts the versions of the section; 0 = never saved. Whoever saves it says which one they read. */
            readonly version: number;
            /** @description The account, in words that can be erased. */
            readonly note?: string;
            /** @description Whether the words were erased. */
            readonly erased: boolean;
            /** @description Absent where it was never saved. */
            readonly saved?: components["schemas"]["Edit"];
        };
        /** @description Every version of every section of a draft, the oldest first. */
        readonly DraftHistory: {
            readonly results: readonly components["schemas"]["ResultsSection"][];
            readonly evidence: readonly components["schemas"]["EvidenceSection"][];
            readonly narrative: readonly components["schemas"]["NarrativeSection"][];
            /** @description Each time that a certifier returned it, with why. */
            readonly returned: readonly components["schemas"]["Words"][];
        };
        readonly MoneyOfMilestone: {
            readonly milestone: string;
            readonly agreement: string;
            readonly project: string;
            readonly tranche: number;
            /** @description As it was signed. */
            readonly planned: components["schemas"]["Money"];
            readonly paid: components["schemas"]["Money"];
            readonly steps: readonly components["schemas"]["MoneyStep"][];
            /** @description What the tranche holds now, what is paid included. */
            readonly payable: components["schemas"]["Money"];
            readonly names?: components["schemas"]["Names"];
        };
        /** @description One step of a milestone's money, from commitment to settlement. */
        readonly MoneyStep: {
            /** @enum {string} */
            readonly step: "committed" | "voided" | "signed" | "effective" | "amended" | "terminated" | "reduced" | "carried-out" | "carried-in" | "reported" | "returned" | "verified" | "partially-met" | "rejected" | "waiver-proposed" | "waiver-refused" | "waived" | "cancelled" | "requested" | "approved" | "refused" | "instructed" | "settlement-reported" | "failure-reported" | "objected" | "failed" | "settled" | "return-reported" | "payment-returned" | "reversal-reported" | "settlement-reversed" | "recovery-claimed" | "recovery-answered" | "recovery-approved" | "recovery-refused" | "resolution-proposed" | "resolution-confirmed" | "resolution-refused" | "advance-asked" | "advance-refused" | "expenditure-submitted" | "expenditure-accepted" | "expenditure-returned" | "held" | "hold-released" | "approved-once";
            /** Format: date-time */
            readonly at?: string;
            readonly by?: string;
            readonly sponsor?: string;
            readonly payment?: string;
            readonly amount?: components["schemas"]["Money"];
            readonly reference?: string;
            readonly correlationId?: string;
            /** @description Of a journal entry what belongs to this step: all milestones of an agreement show each posting once. */
            readonly entry?: components["schemas"]["JournalEntry"];
            /** @description What the part of the tranche was, where the step changed it to the amount. */
            readonly amountBefore?: components["schemas"]["Money"];
            /** @description The tranche to which or from which money was carried; 0 = none. */
            readonly otherTranche: number;
            /** @description Whether other steps have parts of the same entry. */
            readonly entryIsPart: boolean;
        };
        /** @description Its postings sum to zero. */
        readonly JournalEntry: {
            readonly id: string;
            readonly postings: readonly components["schemas"]["Posting"][];
        };
        /** @description A signed change of one account; the postings of an entry sum to zero in each currency. */
        readonly Posting: {
            readonly account: string;
            readonly money: components["schemas"]["Money"];
        };
        readonly Portfolio: {
            /** @description By stage and currency. A unit is in the surest stage that it has come to; `offered` stands beside `sought`. */
            readonly stages: readonly {
                /**
                 * @description How sure the money is: the least sure first.
                 * @enum {string}
                 */
                readonly stage: "sought" | "offered" | "accepted" | "committed" | "in-payment" | "settled";
                readonly amount: components["schemas"]["Money"];
            }[];
            readonly flows: readonly components["schemas"]["Flow"][];
            /** @description Every project, and every unit of money, is in one of them alone. */
            readonly byCountries: readonly components["schemas"]["CountriesSum"][];
            /** @description One for each currency. */
            readonly pictures: readonly components["schemas"]["FlowPicture"][];
            /** @description Whether there are more flows than are told; the stages hold all. */
            readonly moreFlows: boolean;
            /** @description How many: in `counts`, one of several countries or themes in each of them. */
            readonly projects: {
                readonly count: number;
                readonly counts: {
                    readonly [key: string]: {
                        readonly [key: string]: number;
                    };
                };
            };
            readonly names?: components["schemas"]["Names"];
        };
        /** @description From a sponsor to projects. Every unit of money is in one flow alone. */
        readonly Flow: {
            /**
             * @description How sure the money is: the least sure first.
             * @enum {string}
             */
            readonly stage: "sought" | "offered" | "accepted" | "committed" | "in-payment" | "settled";
            /** @description Absent of what is sought, and where the sponsor is not told to the caller. */
            readonly sponsor?: string;
            /** @description All countries of the projects; projects of several are in one flow. */
            readonly countries: readonly string[];
            /**
             * @description Of the projects.
             * @enum {string}
             */
            readonly status: "draft" | "submitted" | "more-information-required" | "eligible" | "ineligible" | "open" | "funded" | "unfunded" | "approved" | "refused" | "withdrawn" | "in-implementation" | "suspended" | "terminated" | "completed" | "closed";
            readonly amount: components["schemas"]["Money"];
        };
        readonly CountriesSum: {
            /** @description All countries of the projects; projects of several are in one sum. */
            readonly countries: readonly string[];
            readonly projects: number;
            readonly stages: readonly {
                /**
                 * @description How sure the money is: the least sure first.
                 * @enum {string}
                 */
                readonly stage: "sought" | "offered" | "accepted" | "committed" | "in-payment" | "settled";
                readonly amount: components["schemas"]["Money"];
            }[];
        };
        /** @description Money of one currency, from countries to the status of their projects and on to how sure it is, without what is only offered. Links add up to their nodes. */
        readonly FlowPicture: {
            /** @description All of it. */
            readonly amount: components["schemas"]["Money"];
            readonly nodes: readonly {
                /**
                 * @description `others`: the countries with less money than those that have a node.
                 * @enum {string}
                 */
                readonly kind: "countries" | "others" | "status" | "stage";
                readonly countries: readonly string[];
                /** @description The status or the stage. */
                readonly code?: string;
                readonly amount: components["schemas"]["Money"];
            }[];
            readonly links: readonly {
                /** @description A place among the nodes, from 0. */
                readonly source: number;
                /** @description A place among the nodes, from 0. */
                readonly target: number;
                /**
                 * @description How sure the money is: the least sure first.
                 * @enum {string}
                 */
                readonly stage: "sought" | "offered" | "accepted" | "committed" | "in-payment" | "settled";
                readonly amount: components["schemas"]["Money"];
            }[];
        };
        readonly Clock: {
            /** Format: date-time */
            readonly now: string;
            /** @description What a trial has advanced beyond real time, in milliseconds. */
            readonly offset: number;
            readonly settled: boolean;
            /** Format: date-time */
            readonly earliestDeadline?: string;
            readonly backlog: {
                readonly unrelayed: number;
                readonly unhandled: number;
                readonly parked: number;
                readonly awake: number;
            };
            readonly trial: boolean;
        };
        readonly AdvancedClock: {
            /** @description The item that the command changed or began. */
            readonly id: string;
            /** @description Counts the events of the item’s stream; its ETag. */
            readonly version: number;
            readonly status?: string;
            /** Format: date-time */
            readonly now: string;
        };
        /** @description Something that happened, told to whom it concerns. */
        readonly Notice: {
            /** @description Its place among all notices: one that came later is greater. */
            readonly place: string;
            /** @enum {string} */
            readonly kind: "project" | "milestone" | "funding" | "offer" | "agreement" | "payment" | "passport" | "reminder" | "match" | "bank-account" | "approval-rules" | "delegation";
            /** @description What happened, by the name of the event. */
            readonly event: string;
            /** @description The item that it happened to. */
            readonly item: string;
            readonly project?: string;
            /**
             * Format: date-time
             * @description When, in policy time.
             */
            readonly at: string;
            readonly read: boolean;
            /** @description What the event tells, as far as the caller may read it, with money as Money. */
            readonly facts: {
                readonly [key: string]: unknown;
            };
            /** @description What happened, in a sentence. */
            readonly summary: string;
        };
        /** @description A search that a person has kept. */
        readonly SavedSearch: {
            /** @description Counts the searches of the person, from 1. */
            readonly number: number;
            readonly name: string;
            /**
             * @description What it searches.
             * @enum {string}
             */
            readonly list: "projects" | "matches" | "milestones" | "work";
            /** @description What stands behind the question mark of its address. */
            readonly query?: string;
            /**
             * Format: date-time
             * @description Since when new finds are told; absent: they are not.
             */
            readonly toldSince?: string;
        };
        /** @description Places: GeoNames, CC BY 4.0. */
        readonly PublicMap: {
            readonly cells: readonly components["schemas"]["PlaceCell"][];
            /** @description Projects of which it is said where they stand. */
            readonly placed: number;
            readonly unplaced: number;
            /** @description Whether there are more cells than are told. */
            readonly more: boolean;
            readonly names?: components["schemas"]["Names"];
        };
        readonly PlaceCell: {
            /** @description Two degrees wide and high, by its corner in the south-west; projects are filtered by it. */
            readonly cell: string;
            readonly projects: number;
            readonly places: number;
            /** @description Of the place with most of the projects. */
            readonly name: string;
            /** @description ISO 3166-1 alpha-2. */
            readonly country: string;
            readonly latitude: string;
            readonly longitude: string;
            /** @description Where it is one alone. */
            readonly project?: string;
            /**
             * @description Of that one.
             * @enum {string}
             */
            readonly status?: "draft" | "submitted" | "more-information-required" | "eligible" | "ineligible" | "open" | "funded" | "unfunded" | "approved" | "refused" | "withdrawn" | "in-implementation" | "suspended" | "terminated" | "completed" | "closed";
        };
        readonly ControlledList: {
            /** @description The name of the list. */
            readonly list: string;
            readonly entries: readonly components["schemas"]["ListEntry"][];
            readonly names?: components["schemas"]["Names"];
        };
        readonly ListEntry: {
            readonly code: string;
            /** @description By BCP 47 tags of languages; an English one is always there. */
            readonly names: {
                readonly [key: string]: string;
            };
            /** @description The unit in which it is usually told, a code of the list units. */
            readonly unit?: string;
        };
        /** @description The data of one server-sent event. */
        readonly LiveEvent: {
            /** @description The item whose stream the event is in. */
            readonly id: string;
            /** @description The item’s version since the event. */
            readonly version: number;
            readonly type: string;
            /**
             * Format: date-time
             * @description Policy time.
             */
            readonly at: string;
            /** @description The chain of requests; empty where another person has named it. */
            readonly correlationId: string;
            readonly context: string;
            /** @description The collection of the item under /v1. */
            readonly collection?: string;
            /** @description Where the item is to be read again. */
            readonly href?: string;
            /** @description The project that it concerns, where there is one. */
            readonly project?: string;
        };
        /** @description The data of a server-sent event `work`: how much waits for the caller. */
        readonly LiveWork: {
            /** @description By kind; of which there is nothing, nothing is told. As in `GET /v1/work`. */
            readonly counts: {
                readonly [key: string]: number;
            };
        };
        /** @description Every type of problem, with its title and the shape of its `facts`. A table: nothing is answered so. */
        readonly ProblemFacts: {
            /** @description The role is missing */
            readonly "/problems/role-is-missing": {
                readonly needed: readonly string[];
            };
            /** @description This is for another organisation */
            readonly "/problems/wrong-organisation": {
                readonly kind?: string;
                readonly role?: string;
                readonly actual?: string;
            };
            /** @description The person acts for another organisation */
            readonly "/problems/person-acts-for-another": {
                readonly person: string;
            };
            /** @description The same person had a part in it */
            readonly "/problems/prepared-by-the-same-person": {
                readonly person: string;
            };
            /** @description Due diligence does not clear the proposer */
            readonly "/problems/subject-is-not-clear": {
                readonly subject: string;
                readonly passport: string;
                readonly level: string;
                readonly validUntil: string;
            };
            /** @description What this hangs on is not known now */
            readonly "/problems/fact-is-out-of-reach": {
                readonly fact: string;
            };
            /** @description It was revised too often */
            readonly "/problems/revisions-are-too-many": {
                readonly maximum: number;
            };
            /** @description The note is missing */
            readonly "/problems/note-is-missing": Record<string, unknown>;
            /** @description The name is missing */
            readonly "/problems/name-is-missing": Record<string, unknown>;
            /** @description The amount is not positive */
            readonly "/problems/amount-is-not-positive": {
                readonly amount: components["schemas"]["Money"];
            };
            /** @description A code is unknown */
            readonly "/problems/codes-are-unknown": {
                readonly codes: readonly {
                    readonly field: string;
                    readonly code: string;
                    readonly list: string;
                    readonly nearest: readonly string[];
                }[];
            };
            /** @description The amount is negative */
            readonly "/problems/amount-is-negative": {
                readonly tranche?: number;
                readonly amount: components["schemas"]["Money"];
            };
            /** @description The currency is another */
            readonly "/problems/wrong-currency": {
                readonly currency: string;
            };
            /** @description The currencies differ */
            readonly "/problems/currencies-differ": {
                readonly currencies: readonly string[];
            };
            /** @description A person who counts as the same has done this */
            readonly "/problems/joined-person-has-acted": {
                readonly person: string;
            };
            /** @description A country is none */
            readonly "/problems/country-is-malformed": {
                readonly country: string;
            };
            /** @description The city or agency is registered already */
            readonly "/problems/proposer-is-registered": {
                readonly name: string;
            };
            /** @description There is no such city or agency */
            readonly "/problems/proposer-is-unknown": {
                readonly proposer: string;
            };
            /** @description The proposal breaks a rule */
            readonly "/problems/proposal-is-malformed": {
                readonly faults: readonly {
                    readonly field: string;
                    readonly rule: string;
                }[];
            };
            /** @description The place is unknown */
            readonly "/problems/place-is-unknown": {
                readonly place: string;
            };
            /** @description The project is drafted already */
            readonly "/problems/project-is-drafted": Record<string, unknown>;
            /** @description Another project has this reference */
            readonly "/problems/reference-is-used": {
                readonly project: string;
            };
            /** @description There is no such project */
            readonly "/problems/project-is-unknown": Record<string, unknown>;
            /** @description The project is in another status */
            readonly "/problems/project-is-in-another-status": {
                readonly needed: readonly string[];
                readonly actual: string;
            };
            /** @description The proposal is incomplete */
            readonly "/problems/project-is-incomplete": {
                readonly missing: readonly {
                    readonly field: string;
                    readonly rule: string;
                }[];
            };
            /** @description The reasons are missing */
            readonly "/problems/reasons-are-missing": Record<string, unknown>;
            /** @description The project asks for no sum */
            readonly "/problems/target-is-missing": Record<string, unknown>;
            /** @description The round is another */
            readonly "/problems/wrong-round": {
                readonly asked: number;
                readonly actual: number;
            };
            /** @description Money that is claimed back has not come to an end */
            readonly "/problems/recoveries-are-open": {
                readonly recoveries: readonly number[];
            };
            /** @description The closure is proposed already */
            readonly "/problems/closure-is-proposed": {
                readonly closure: number;
            };
            /** @description No such closure waits */
            readonly "/problems/closure-is-not-proposed": {
                readonly closure: number;
            };
            /** @description The organisation is not registered */
            readonly "/problems/organisation-is-unknown": {
                readonly organisation: string;
            };
            /** @description There is no such milestone */
            readonly "/problems/milestone-is-unknown": Record<string, unknown>;
            /** @description The milestone has begun already */
            readonly "/problems/milestone-has-begun": Record<string, unknown>;
            /** @description The milestone is in another status */
            readonly "/problems/milestone-is-in-another-status": {
                readonly needed: readonly string[];
                readonly actual: string;
            };
            /** @description It is too early */
            readonly "/problems/it-is-too-early": {
                readonly now: string;
                readonly from: string;
            };
            /** @description An indicator is reported twice */
            readonly "/problems/indicator-is-reported-twice": {
                readonly code: string;
            };
            /** @description An indicator was not planned */
            readonly "/problems/indicators-are-not-planned": {
                readonly codes: readonly string[];
                readonly planned: readonly string[];
            };
            /** @description A planned indicator is missing */
            readonly "/problems/indicators-are-missing": {
                readonly codes: readonly string[];
            };
            /** @description An indicator is told in another unit than planned */
            readonly "/problems/unit-is-another": {
                readonly code: string;
                readonly index: number;
                readonly unit: string;
                readonly expected: string;
            };
            /** @description It is not said why an indicator has no value */
            readonly "/problems/absence-is-unexplained": {
                readonly code: string;
                readonly index: number;
            };
            /** @description The report was returned as it is */
            readonly "/problems/report-is-unchanged": {
                readonly report: number;
            };
            /** @description The proposer is not of these countries */
            readonly "/problems/countries-are-of-others": {
                readonly countries: readonly string[];
                readonly proposer: readonly string[];
            };
            /** @description The evidence is missing */
            readonly "/problems/evidence-is-missing": Record<string, unknown>;
            /** @description The quota of evidence is used up */
            readonly "/problems/evidence-quota-is-used-up": {
                readonly quota: number;
                readonly used: number;
                readonly size: number;
            };
            /** @description Some evidence was not uploaded */
            readonly "/problems/evidence-is-unknown": {
                readonly hashes: readonly string[];
            };
            /** @description There is another report */
            readonly "/problems/report-is-another": {
                readonly asked: number;
                readonly actual: number;
            };
            /** @description The report has its verdict */
            readonly "/problems/report-has-its-verdict": {
                readonly report: number;
                readonly verdict: string;
            };
            /** @description The payable share is out of range */
            readonly "/problems/payable-share-is-out-of-range": {
                readonly payableBasisPoints: number;
            };
            /** @description It is not said what becomes of the rest */
            readonly "/problems/rest-is-missing": Record<string, unknown>;
            /** @description There is no later milestone to carry to */
            readonly "/problems/nothing-to-carry-to": {
                readonly milestone: number;
            };
            /** @description A waiver is proposed already */
            readonly "/problems/waiver-is-proposed": {
                readonly waiver: number;
            };
            /** @description No such waiver waits */
            readonly "/problems/waiver-is-not-proposed": {
                readonly waiver: number;
            };
            /** @description Earlier money is still on its way to this milestone */
            readonly "/problems/rests-are-under-way": {
                readonly milestones: readonly number[];
            };
            /** @description The amount is not the present one */
            readonly "/problems/amount-is-another": {
                readonly asked: components["schemas"]["Money"];
                readonly actual: components["schemas"]["Money"];
            };
            /** @description The same person submitted the report */
            readonly "/problems/submitted-by-the-same-person": {
                readonly person: string;
            };
            /** @description Time passes by itself here */
            readonly "/problems/clock-is-real": Record<string, unknown>;
            /** @description Time only moves forward */
            readonly "/problems/clock-only-moves-forward": {
                readonly to: string;
                readonly now: string;
            };
            /** @description The draft has changed */
            readonly "/problems/draft-is-another": {
                readonly asked: number;
                readonly actual: number;
            };
            /** @description A draft of this report waits for a certifier */
            readonly "/problems/draft-is-at-the-certifier": {
                readonly draft: string;
            };
            /** @description The draft is incomplete */
            readonly "/problems/draft-is-incomplete": {
                readonly missing: readonly string[];
            };
            /** @description The draft does not wait for a certifier */
            readonly "/problems/draft-is-not-sent": Record<string, unknown>;
            /** @description The draft waits for a certifier */
            readonly "/problems/draft-is-sent": {
                readonly by: string;
                readonly at: string;
            };
            /** @description Somebody else has saved this section */
            readonly "/problems/section-has-changed": {
                readonly section: string;
                readonly asked: number;
                readonly actual: number;
                readonly by: string;
                readonly at: string;
            };
            /** @description A certifier has to sign the report off */
            readonly "/problems/sign-off-is-required": Record<string, unknown>;
            /** @description The sponsor is registered already */
            readonly "/problems/sponsor-is-registered": {
                readonly name: string;
            };
            /** @description There is no such sponsor */
            readonly "/problems/sponsor-is-unknown": {
                readonly sponsor: string;
            };
            /** @description The mandate is published already */
            readonly "/problems/mandate-is-published": Record<string, unknown>;
            /** @description There is no such mandate */
            readonly "/problems/mandate-is-unknown": Record<string, unknown>;
            /** @description The terms are too long */
            readonly "/problems/terms-are-too-long": {
                readonly maximum: number;
            };
            /** @description The mandate is retired */
            readonly "/problems/mandate-is-retired": Record<string, unknown>;
            /** @description The countries are missing */
            readonly "/problems/countries-are-missing": Record<string, unknown>;
            /** @description The smallest ticket is not positive */
            readonly "/problems/ticket-is-not-positive": {
                readonly minimum: components["schemas"]["Money"];
            };
            /** @description The bounds of the ticket are reversed */
            readonly "/problems/ticket-bounds-are-reversed": {
                readonly minimum: components["schemas"]["Money"];
                readonly maximum: components["schemas"]["Money"];
            };
            /** @description The bounds of the usual ticket are reversed */
            readonly "/problems/usual-ticket-is-reversed": {
                readonly low: components["schemas"]["Money"];
                readonly high: components["schemas"]["Money"];
            };
            /** @description The usual ticket is outside the ticket */
            readonly "/problems/usual-ticket-is-outside-the-ticket": {
                readonly bound: string;
                readonly usual: components["schemas"]["Money"];
                readonly minimum: components["schemas"]["Money"];
                readonly maximum: components["schemas"]["Money"];
            };
            /** @description A theme is both wanted and excluded */
            readonly "/problems/themes-are-excluded": {
                readonly themes: readonly string[];
            };
            /** @description The period ends before it begins */
            readonly "/problems/period-is-reversed": {
                readonly periodStart: string;
                readonly periodEnd: string;
            };
            /** @description The period is over */
            readonly "/problems/period-is-over": {
                readonly periodEnd: string;
            };
            /** @description The last day is over */
            readonly "/problems/end-is-past": {
                readonly periodEnd: string;
                readonly today: string;
            };
            /** @description The period ends on that day already */
            readonly "/problems/end-stands": {
                readonly periodEnd: string;
            };
            /** @description A proposal waits for its second person */
            readonly "/problems/end-is-pending": {
                readonly proposal: number;
            };
            /** @description There is no such proposal */
            readonly "/problems/envelope-end-is-unknown": {
                readonly proposal: number;
            };
            /** @description The proposal does not wait for this */
            readonly "/problems/envelope-end-in-status": {
                readonly proposal: number;
                readonly status: string;
            };
            /** @description Offers hold something of the budget */
            readonly "/problems/envelope-is-claimed": {
                readonly periodEnd: string;
                readonly before: string;
            };
            /** @description The budget is open already */
            readonly "/problems/envelope-is-open": Record<string, unknown>;
            /** @description There is no such budget */
            readonly "/problems/envelope-is-not-open": Record<string, unknown>;
            /** @description The budget is of another sponsor */
            readonly "/problems/envelope-is-of-another-sponsor": {
                readonly sponsor: string;
            };
            /** @description The budget is in another currency */
            readonly "/problems/envelope-is-in-another-currency": {
                readonly currency: string;
            };
            /** @description The budget is not enough */
            readonly "/problems/budget-is-not-enough": {
                readonly asked: components["schemas"]["Money"];
                readonly left: components["schemas"]["Money"];
            };
            /** @description The offer holds another amount */
            readonly "/problems/offer-holds-another-amount": {
                readonly offer: string;
                readonly amount: components["schemas"]["Money"];
            };
            /** @description The offer is released */
            readonly "/problems/offer-is-released": {
                readonly offer: string;
            };
            /** @description The offer is committed */
            readonly "/problems/offer-is-committed": {
                readonly offer: string;
                readonly amount: components["schemas"]["Money"];
            };
            /** @description The offer holds no budget */
            readonly "/problems/offer-holds-nothing": {
                readonly offer: string;
            };
            /** @description The offer is not committed */
            readonly "/problems/offer-is-not-committed": {
                readonly offer: string;
            };
            /** @description More would be kept than was committed */
            readonly "/problems/kept-exceeds-commitment": {
                readonly offer: string;
                readonly kept: components["schemas"]["Money"];
                readonly committed: components["schemas"]["Money"];
            };
            /** @description There is no such passport */
            readonly "/problems/passport-is-unknown": Record<string, unknown>;
            /** @description No review is asked for */
            readonly "/problems/no-review-is-asked-for": {
                readonly status: string;
            };
            /** @description The clearance would last too long */
            readonly "/problems/clearance-is-too-long": {
                readonly validUntil: string;
                readonly latest: string;
            };
            /** @description The last day is over */
            readonly "/problems/valid-until-is-past": {
                readonly validUntil: string;
            };
            /** @description A graver flag stands */
            readonly "/problems/flag-is-graver": {
                readonly level: string;
            };
            /** @description There is no clearance */
            readonly "/problems/nothing-is-cleared": {
                readonly status: string;
            };
            /** @description The clearance is another */
            readonly "/problems/clearance-is-another": {
                readonly asked: number;
                readonly actual: number;
            };
            /** @description The clearance has not expired */
            readonly "/problems/clearance-has-not-expired": {
                readonly validUntil: string;
            };
            /** @description The project is of another proposer */
            readonly "/problems/project-is-of-another": {
                readonly project: string;
                readonly proposer: string;
            };
            /** @description There is no such funding round */
            readonly "/problems/funding-is-unknown": Record<string, unknown>;
            /** @description The round is open already */
            readonly "/problems/funding-is-opened-already": Record<string, unknown>;
            /** @description The project is not open to sponsors */
            readonly "/problems/project-is-not-open-to-sponsors": {
                readonly status: string;
            };
            /** @description The round takes no more of this */
            readonly "/problems/funding-is-not-open": {
                readonly status: string;
            };
            /** @description The round is not closed yet */
            readonly "/problems/funding-is-not-closed": {
                readonly status: string;
            };
            /** @description No exchange rate stands */
            readonly "/problems/rate-is-missing": {
                readonly from: string;
                readonly to: string;
                readonly day: string;
            };
            /** @description The budget is of another period */
            readonly "/problems/outside-the-period-of-the-envelope": {
                readonly today: string;
                readonly periodStart: string;
                readonly periodEnd: string;
            };
            /** @description The offer would stand longer than its round */
            readonly "/problems/offer-outlives-the-round": {
                readonly expiresAt: string;
                readonly deadline: string;
            };
            /** @description The round is over */
            readonly "/problems/round-is-over": {
                readonly deadline: string;
            };
            /** @description The round is not over yet */
            readonly "/problems/round-is-not-over": {
                readonly deadline: string;
            };
            /** @description The mandate is of another sponsor */
            readonly "/problems/mandate-is-not-the-sponsors": {
                readonly mandate: string;
            };
            /** @description There is no such envelope */
            readonly "/problems/envelope-is-unknown": {
                readonly envelope: string;
            };
            /** @description The mandate takes no new offers */
            readonly "/problems/mandate-is-not-published": {
                readonly mandate: string;
                readonly status: string;
            };
            /** @description The mandate does not fit the project */
            readonly "/problems/mandate-does-not-match": {
                readonly missed: readonly string[];
            };
            /** @description The amount is outside of the ticket */
            readonly "/problems/amount-is-outside-the-ticket": {
                readonly minimum: components["schemas"]["Money"];
                readonly maximum: components["schemas"]["Money"];
                readonly amount: components["schemas"]["Money"];
            };
            /** @description The amount exceeds what is still open */
            readonly "/problems/amount-exceeds-the-gap": {
                readonly gap?: components["schemas"]["Money"];
                readonly amount: components["schemas"]["Money"];
            };
            /** @description The terms are the same */
            readonly "/problems/amount-is-the-same": {
                readonly amount: components["schemas"]["Money"];
            };
            /** @description Terms of a loan are of a loan alone */
            readonly "/problems/loan-terms-do-not-fit": {
                readonly instrument: string;
            };
            /** @description Terms of a guarantee are of a guarantee alone */
            readonly "/problems/guarantee-terms-do-not-fit": {
                readonly instrument: string;
            };
            /** @description The index does not fit the rate */
            readonly "/problems/index-does-not-fit": {
                readonly rate: string;
            };
            /** @description The grace period is as long as the loan */
            readonly "/problems/grace-is-too-long": {
                readonly graceMonths: number;
                readonly tenorMonths: number;
            };
            /** @description The months do not fit the payments */
            readonly "/problems/months-do-not-fit": {
                readonly months: number;
                readonly every: number;
            };
            /** @description There is no such offer in this round */
            readonly "/problems/offer-is-unknown": {
                readonly offer: string;
            };
            /** @description The offer is not open for this */
            readonly "/problems/offer-in-status": {
                readonly status: string;
            };
            /** @description The offer would end in the past */
            readonly "/problems/offer-ends-in-the-past": {
                readonly expiresAt: string;
            };
            /** @description The offer has expired */
            readonly "/problems/offer-has-expired": {
                readonly expiresAt: string;
            };
            /** @description The offer has not expired */
            readonly "/problems/offer-has-not-expired": {
                readonly expiresAt: string;
            };
            /** @description An agreement is being made of this round */
            readonly "/problems/funding-is-sealed": Record<string, unknown>;
            /** @description The round is not approved yet */
            readonly "/problems/funding-is-not-approved": {
                readonly status: string;
            };
            /** @description The terms have changed */
            readonly "/problems/terms-are-of-another-version": {
                readonly terms: number;
            };
            /** @description There is no such question */
            readonly "/problems/question-is-unknown": {
                readonly question: number;
            };
            /** @description The question has its answer */
            readonly "/problems/question-is-answered": {
                readonly question: number;
            };
            /** @description The question is for all */
            readonly "/problems/question-is-public": {
                readonly question: number;
            };
            /** @description Too much was asked in this round */
            readonly "/problems/questions-are-too-many": {
                readonly maximum: number;
            };
            /** @description The shares are missing */
            readonly "/problems/shares-are-missing": Record<string, unknown>;
            /** @description The tranches are missing */
            readonly "/problems/tranches-are-missing": Record<string, unknown>;
            /** @description A sponsor has two shares */
            readonly "/problems/sponsor-shares-twice": {
                readonly sponsor: string;
            };
            /** @description An offer is shared twice */
            readonly "/problems/offer-is-shared-twice": {
                readonly offer: string;
            };
            /** @description A share is not positive */
            readonly "/problems/share-is-not-positive": {
                readonly sponsor: string;
                readonly amount: components["schemas"]["Money"];
            };
            /** @description The parts do not sum to their share */
            readonly "/problems/parts-differ-from-share": {
                readonly sponsor: string;
                readonly share: components["schemas"]["Money"];
                readonly parts: components["schemas"]["Money"];
            };
            /** @description The tranches are not numbered from one */
            readonly "/problems/tranches-are-not-numbered": {
                readonly numbers: readonly number[];
            };
            /** @description A tranche is negative */
            readonly "/problems/tranche-is-negative": {
                readonly tranche: number;
                readonly amount: components["schemas"]["Money"];
            };
            /** @description Shares and tranches sum to different amounts */
            readonly "/problems/shares-and-tranches-differ": {
                readonly shares: components["schemas"]["Money"];
                readonly tranches: components["schemas"]["Money"];
            };
            /** @description There is no such agreement */
            readonly "/problems/agreement-is-unknown": Record<string, unknown>;
            /** @description Another agreement is drafted already */
            readonly "/problems/agreement-is-drafted": {
                readonly contentHash: string;
            };
            /** @description The agreement is not in force */
            readonly "/problems/agreement-is-not-effective": {
                readonly status: string;
            };
            /** @description The agreement is no draft any more */
            readonly "/problems/agreement-is-not-a-draft": {
                readonly status: string;
            };
            /** @description The organisation is not asked here */
            readonly "/problems/party-is-not-of-the-agreement": {
                readonly party: string;
            };
            /** @description The content to be signed is another */
            readonly "/problems/content-changed": {
                readonly contentHash: string;
            };
            /** @description Payments are still open */
            readonly "/problems/payments-are-open": {
                readonly payments: readonly string[];
            };
            /** @description Nothing is retained */
            readonly "/problems/nothing-is-retained": {
                readonly sponsor: string;
            };
            /** @description There is no such condition */
            readonly "/problems/condition-is-unknown": {
                readonly condition: number;
            };
            /** @description The condition is met */
            readonly "/problems/condition-is-met": {
                readonly condition: number;
            };
            /** @description The condition waits for its sponsor */
            readonly "/problems/condition-is-reported": {
                readonly condition: number;
            };
            /** @description The condition waits for the proposer */
            readonly "/problems/condition-is-not-reported": {
                readonly condition: number;
                readonly status: string;
            };
            /** @description Conditions of the sponsor are not met yet */
            readonly "/problems/conditions-are-open": {
                readonly sponsor: string;
                readonly conditions: readonly number[];
            };
            /** @description Another measure waits for its approval */
            readonly "/problems/measure-is-pending": {
                readonly measure: number;
            };
            /** @description There is no such measure */
            readonly "/problems/measure-is-unknown": {
                readonly measure: number;
            };
            /** @description The measure waits no more */
            readonly "/problems/measure-in-status": {
                readonly measure: number;
                readonly status: string;
            };
            /** @description The measure does not fit the agreement */
            readonly "/problems/measure-does-not-fit": {
                readonly kind: string;
                readonly status: string;
            };
            /** @description Payments are under way */
            readonly "/problems/payments-are-under-way": {
                readonly payments: readonly string[];
            };
            /** @description The agreement is not being terminated */
            readonly "/problems/agreement-is-not-terminating": {
                readonly status: string;
            };
            /** @description Milestones still wait for their verdict */
            readonly "/problems/milestones-are-open": {
                readonly tranches: readonly number[];
            };
            /** @description Verdicts are being applied */
            readonly "/problems/verdicts-are-under-way": {
                readonly tranches: readonly number[];
            };
            /** @description The changes are missing */
            readonly "/problems/changes-are-missing": Record<string, unknown>;
            /** @description There is no such tranche */
            readonly "/problems/tranche-is-unknown": {
                readonly tranche: number;
            };
            /** @description A tranche is changed twice */
            readonly "/problems/tranche-is-changed-twice": {
                readonly tranche: number;
            };
            /** @description The tranche is closed */
            readonly "/problems/tranche-is-closed": {
                readonly tranche: number;
            };
            /** @description The date is not in the future */
            readonly "/problems/date-is-not-in-the-future": {
                readonly tranche: number;
                readonly dueOn: string;
            };
            /** @description The shares would be exceeded */
            readonly "/problems/shares-would-be-exceeded": {
                readonly open: components["schemas"]["Money"];
                readonly asked: components["schemas"]["Money"];
            };
            /** @description The field belongs to another kind of measure */
            readonly "/problems/field-is-of-another-kind": {
                readonly kind: string;
                readonly field: string;
            };
            /** @description The cause is missing */
            readonly "/problems/cause-is-missing": {
                readonly kind: string;
            };
            /** @description The time for a cure is missing */
            readonly "/problems/cure-period-is-missing": {
                readonly cause: string;
            };
            /** @description The time for a cure lies in the past */
            readonly "/problems/cure-period-is-over": {
                readonly cureUntil: string;
                readonly today: string;
            };
            /** @description The time for a cure is not over */
            readonly "/problems/cure-period-is-under-way": {
                readonly measure: number;
                readonly cureUntil: string;
            };
            /** @description The parties are heard first */
            readonly "/problems/parties-are-heard": {
                readonly measure: number;
                readonly parties: readonly string[];
                readonly answerDue: string;
            };
            /** @description There is nothing to answer */
            readonly "/problems/nothing-to-answer": {
                readonly measure: number;
                readonly party: string;
            };
            /** @description What is agreed on is missing */
            readonly "/problems/provisions-are-missing": {
                readonly amendment: string;
            };
            /** @description The amendment is of another kind */
            readonly "/problems/amendment-does-not-fit": {
                readonly amendment: string;
                readonly fits: string;
            };
            /** @description A target is changed twice */
            readonly "/problems/result-is-changed-twice": {
                readonly tranche: number;
                readonly code: string;
            };
            /** @description The indicator is not promised for this milestone */
            readonly "/problems/result-is-not-promised": {
                readonly tranche: number;
                readonly code: string;
                readonly promised: readonly string[];
            };
            /** @description The milestone is reported */
            readonly "/problems/result-is-reported": {
                readonly tranche: number;
                readonly code: string;
                readonly status: string;
            };
            /** @description The target is what it was */
            readonly "/problems/target-is-unchanged": {
                readonly tranche: number;
                readonly code: string;
                readonly target: string;
            };
            /** @description Parties whose money it moves are not asked */
            readonly "/problems/consent-is-missing": {
                readonly parties: readonly string[];
            };
            /** @description The offer is not of the agreement */
            readonly "/problems/offer-is-not-of-the-agreement": {
                readonly offer: string;
            };
            /** @description An offer is changed twice */
            readonly "/problems/offer-is-changed-twice": {
                readonly offer: string;
            };
            /** @description The conditions of an offer do not change */
            readonly "/problems/conditions-are-fixed": {
                readonly offer: string;
            };
            /** @description There is no such recovery */
            readonly "/problems/recovery-is-unknown": {
                readonly recovery: number;
            };
            /** @description The recovery does not wait for this */
            readonly "/problems/recovery-in-status": {
                readonly recovery: number;
                readonly status: string;
            };
            /** @description The proposer is to be heard first */
            readonly "/problems/answer-is-awaited": {
                readonly recovery: number;
                readonly answerDue: string;
            };
            /** @description Nothing is open */
            readonly "/problems/nothing-is-open": Record<string, unknown>;
            /** @description The amount is more than is open */
            readonly "/problems/amount-exceeds-what-is-open": {
                readonly asked: components["schemas"]["Money"];
                readonly open: components["schemas"]["Money"];
            };
            /** @description The value date is before the claim */
            readonly "/problems/value-date-is-before-the-claim": {
                readonly valueDate: string;
                readonly claimedOn: string;
            };
            /** @description No refund by this entry waits */
            readonly "/problems/refund-is-not-reported": {
                readonly recovery: number;
            };
            /** @description There is no such resolution */
            readonly "/problems/resolution-is-unknown": {
                readonly resolution: number;
            };
            /** @description The resolution does not wait for this */
            readonly "/problems/resolution-in-status": {
                readonly resolution: number;
                readonly status: string;
            };
            /** @description There is no such advance */
            readonly "/problems/advance-is-unknown": {
                readonly advance: number;
            };
            /** @description The advance does not wait for this */
            readonly "/problems/advance-in-status": {
                readonly advance: number;
                readonly status: string;
            };
            /** @description The terms allow no advance */
            readonly "/problems/advances-are-not-allowed": {
                readonly sponsor: string;
            };
            /** @description The advance is more than is allowed */
            readonly "/problems/advance-exceeds-the-limit": {
                readonly asked: components["schemas"]["Money"];
                readonly limit: components["schemas"]["Money"];
                readonly percent: number;
            };
            /** @description An earlier advance is not liquidated */
            readonly "/problems/advance-is-not-liquidated": {
                readonly advance: number;
                readonly open: components["schemas"]["Money"];
            };
            /** @description An advance is under way */
            readonly "/problems/advance-is-pending": {
                readonly advance: number;
            };
            /** @description An advance of this part is on its way */
            readonly "/problems/advance-is-under-way": {
                readonly advance: number;
            };
            /** @description The milestone is judged */
            readonly "/problems/milestone-is-judged": {
                readonly milestone: string;
            };
            /** @description The part is paid */
            readonly "/problems/part-is-paid-ahead": {
                readonly tranche: number;
                readonly sponsor: string;
            };
            /** @description There is no such statement of expenditure */
            readonly "/problems/expenditure-is-unknown": {
                readonly expenditure: number;
            };
            /** @description The statement does not wait for this */
            readonly "/problems/expenditure-in-status": {
                readonly expenditure: number;
                readonly status: string;
            };
            /** @description A statement waits for its verifier */
            readonly "/problems/expenditure-is-pending": {
                readonly expenditure: number;
            };
            /** @description The days do not fit */
            readonly "/problems/days-do-not-fit": {
                readonly firstDay: string;
                readonly lastDay: string;
                readonly effectiveOn: string;
                readonly today: string;
            };
            /** @description There is no such part of a tranche */
            readonly "/problems/cell-is-unknown": {
                readonly tranche: number;
                readonly sponsor: string;
            };
            /** @description Nothing is to be paid of this part */
            readonly "/problems/cell-is-zero": {
                readonly tranche: number;
                readonly sponsor: string;
            };
            /** @description The budget is paid out in another period */
            readonly "/problems/outside-the-period-of-the-budget": {
                readonly today: string;
                readonly periodStart: string;
                readonly periodEnd: string;
            };
            /** @description A payment was requested already */
            readonly "/problems/cell-has-an-order": {
                readonly payment: string;
                readonly status: string;
            };
            /** @description The milestone is not verified */
            readonly "/problems/milestone-is-not-verified": {
                readonly milestone: string;
                readonly status: string;
            };
            /** @description The milestone is of another agreement */
            readonly "/problems/milestone-is-of-another-agreement": {
                readonly milestone: string;
                readonly agreement: string;
            };
            /** @description The verdict is being applied */
            readonly "/problems/verdict-is-not-applied": {
                readonly milestone: string;
                readonly payableBasisPoints?: number;
            };
            /** @description The same person has another duty in this */
            readonly "/problems/person-has-another-duty": {
                readonly person: string;
                readonly duty: string;
            };
            /** @description Another person requested the payment */
            readonly "/problems/requester-is-another": {
                readonly requestedBy: string;
            };
            /** @description There is no such payment */
            readonly "/problems/payment-is-unknown": {
                readonly payment: string;
            };
            /** @description The payment does not wait for approval */
            readonly "/problems/payment-is-not-requested": {
                readonly payment: string;
                readonly status: string;
            };
            /** @description The payment is not approved */
            readonly "/problems/payment-is-not-approved": {
                readonly payment: string;
                readonly status: string;
            };
            /** @description The bank was not instructed */
            readonly "/problems/payment-is-not-instructed": {
                readonly payment: string;
                readonly status: string;
            };
            /** @description The payment is not settled */
            readonly "/problems/payment-is-not-settled": {
                readonly payment: string;
                readonly status: string;
            };
            /** @description The payment takes of no budget in another currency */
            readonly "/problems/payment-is-not-converted": {
                readonly payment: string;
            };
            /** @description The resolution brings nothing back to a budget in another currency */
            readonly "/problems/refund-is-not-converted": {
                readonly recovery: number;
                readonly resolution: number;
            };
            /** @description No exchange rate of the value date stands */
            readonly "/problems/rate-of-the-day-is-missing": {
                readonly from: string;
                readonly to: string;
                readonly day: string;
            };
            /** @description Something rests on the advance */
            readonly "/problems/advance-is-rested-on": {
                readonly advance: number;
            };
            /** @description More is asked for than may be paid in part */
            readonly "/problems/part-payment-exceeds-the-rest": {
                readonly asked: components["schemas"]["Money"];
                readonly most: components["schemas"]["Money"];
            };
            /** @description What is left is paid by one payment */
            readonly "/problems/no-part-payment-is-left": {
                readonly tranche: number;
                readonly sponsor: string;
            };
            /** @description A payment in part is on its way */
            readonly "/problems/part-payment-is-under-way": {
                readonly payment: string;
                readonly status: string;
            };
            /** @description What was retained is released already */
            readonly "/problems/retention-is-released": {
                readonly sponsor: string;
            };
            /** @description Money of the payment is claimed back */
            readonly "/problems/payment-is-claimed-back": {
                readonly payment: string;
                readonly unclaimed: components["schemas"]["Money"];
            };
            /** @description The payment is settled already */
            readonly "/problems/payment-is-settled": {
                readonly payment: string;
                readonly bankReference: string;
                readonly valueDate: string;
            };
            /** @description What the bank did is reported already */
            readonly "/problems/payment-is-reported": {
                readonly payment: string;
                readonly report: number;
                readonly outcome: string;
            };
            /** @description Nothing is reported of the bank */
            readonly "/problems/payment-is-not-reported": {
                readonly payment: string;
                readonly status: string;
            };
            /** @description Another report waits for its second person */
            readonly "/problems/wrong-payment-report": {
                readonly payment: string;
                readonly asked: number;
                readonly actual: number;
            };
            /** @description The bank’s reference is missing */
            readonly "/problems/bank-reference-is-missing": Record<string, unknown>;
            /** @description The bank’s reference has other characters than banks allow */
            readonly "/problems/bank-reference-is-malformed": {
                readonly allowed: string;
            };
            /** @description The bank’s reference is used already */
            readonly "/problems/bank-reference-is-used": {
                readonly payment: string;
            };
            /** @description The value date is no date */
            readonly "/problems/value-date-is-no-date": {
                readonly valueDate: string;
            };
            /** @description The value date is before the instruction */
            readonly "/problems/value-date-is-before-the-instruction": {
                readonly valueDate: string;
                readonly instructedOn: string;
            };
            /** @description The value date is before the settlement */
            readonly "/problems/value-date-is-before-the-settlement": {
                readonly valueDate: string;
                readonly settledOn: string;
            };
            /** @description The value date is in the future */
            readonly "/problems/value-date-is-in-the-future": {
                readonly valueDate: string;
                readonly today: string;
            };
            /** @description The payment is on hold */
            readonly "/problems/payment-is-held": {
                readonly tranche: number;
                readonly sponsor: string;
                readonly hold: number;
                readonly reason: string;
                readonly since: string;
            };
            /** @description There is no such hold */
            readonly "/problems/hold-is-unknown": {
                readonly hold: number;
            };
            /** @description The hold is released already */
            readonly "/problems/hold-is-released": {
                readonly hold: number;
            };
            /** @description The same person holds it already */
            readonly "/problems/person-holds-it": {
                readonly hold: number;
            };
            /** @description The part is paid */
            readonly "/problems/part-is-paid": {
                readonly tranche: number;
                readonly sponsor: string;
            };
            /** @description There are no such approval rules */
            readonly "/problems/approval-rules-are-unknown": Record<string, unknown>;
            /** @description There is no such proposal */
            readonly "/problems/limits-are-unknown": {
                readonly proposal: number;
            };
            /** @description Limits that were proposed wait for their second person */
            readonly "/problems/limits-are-pending": {
                readonly proposal: number;
            };
            /** @description The proposal does not wait for this */
            readonly "/problems/limits-in-status": {
                readonly proposal: number;
                readonly status: string;
            };
            /** @description The limit is negative */
            readonly "/problems/limit-is-negative": {
                readonly currency: string;
            };
            /** @description A currency has two limits */
            readonly "/problems/currency-is-limited-twice": {
                readonly currency: string;
            };
            /** @description There is no such bank account */
            readonly "/problems/bank-account-is-unknown": Record<string, unknown>;
            /** @description The bank account is named already */
            readonly "/problems/bank-account-is-proposed": Record<string, unknown>;
            /** @description The bank account does not wait for this */
            readonly "/problems/bank-account-in-status": {
                readonly status: string;
            };
            /** @description The account to be replaced is not in use */
            readonly "/problems/account-to-replace-is-not-in-use": {
                readonly account: string;
            };
            /** @description The number is not the one that was named */
            readonly "/problems/account-number-differs": Record<string, unknown>;
            /** @description One number is needed */
            readonly "/problems/one-account-number-is-needed": Record<string, unknown>;
            /** @description Banks do not write the holder’s name so */
            readonly "/problems/holder-cannot-be-written": {
                readonly characters: string;
            };
            /** @description The IBAN is not right */
            readonly "/problems/iban-is-malformed": Record<string, unknown>;
            /** @description The IBAN is of another country */
            readonly "/problems/iban-is-of-another-country": {
                readonly country: string;
                readonly actual: string;
            };
            /** @description The account number is not right */
            readonly "/problems/account-number-is-malformed": Record<string, unknown>;
            /** @description The BIC is not right */
            readonly "/problems/bic-is-malformed": Record<string, unknown>;
            /** @description The bank is not identified */
            readonly "/problems/bank-is-not-identified": Record<string, unknown>;
            /** @description The currency is unknown */
            readonly "/problems/currency-is-unknown": {
                readonly currency: string;
            };
            /** @description There are no such delegations */
            readonly "/problems/delegations-are-unknown": Record<string, unknown>;
            /** @description There is no such delegation */
            readonly "/problems/delegation-is-unknown": {
                readonly delegation: number;
            };
            /** @description The delegation does not wait for this */
            readonly "/problems/delegation-in-status": {
                readonly delegation: number;
                readonly status: string;
            };
            /** @description The role is given to the person who gives it */
            readonly "/problems/delegate-is-the-giver": {
                readonly person: string;
            };
            /** @description The person has another duty */
            readonly "/problems/delegate-has-another-duty": {
                readonly person: string;
                readonly role: string;
            };
            /** @description The person acts for another organisation */
            readonly "/problems/delegate-acts-for-another": {
                readonly person: string;
            };
            /** @description The first day is past */
            readonly "/problems/delegation-begins-in-the-past": {
                readonly today: string;
            };
            /** @description The last day is before the first */
            readonly "/problems/delegation-ends-before-it-begins": Record<string, unknown>;
            /** @description The days are too many */
            readonly "/problems/delegation-is-too-long": {
                readonly maximumDays: number;
            };
            /** @description The last day is past */
            readonly "/problems/delegation-is-over": {
                readonly lastDay: string;
            };
            /** @description The role is given to somebody on these days already */
            readonly "/problems/role-is-delegated-already": {
                readonly delegation: number;
            };
            /** @description There is no such file of payments */
            readonly "/problems/payment-file-is-unknown": Record<string, unknown>;
            /** @description The file of payments stands elsewhere */
            readonly "/problems/payment-file-in-status": {
                readonly status: string;
            };
            /** @description A bank would not take the file */
            readonly "/problems/payment-file-cannot-be-written": {
                readonly payment: string;
                readonly part: string;
                readonly breaks: string;
                readonly characters: string;
            };
            /** @description Something has changed since the file was made */
            readonly "/problems/payment-file-does-not-stand": {
                readonly because: string;
                readonly agreement: string;
                readonly payment: string;
                readonly account: string;
            };
            /** @description The day of execution is past */
            readonly "/problems/execution-date-is-past": {
                readonly executionDate: string;
                readonly today: string;
            };
            /** @description The sponsor has no account to pay from */
            readonly "/problems/payer-has-no-usable-account": {
                readonly payer: string;
                readonly currency: string;
            };
            /** @description No payment can go into a file */
            readonly "/problems/nothing-to-pay": {
                readonly payer: string;
                readonly currency: string;
                readonly leftOut: number;
                readonly because: string;
            };
            /** @description The payment is in a file */
            readonly "/problems/payment-is-in-file": {
                readonly payment: string;
                readonly file: string;
            };
            /** @description The payment is not in the file */
            readonly "/problems/payment-is-not-in-file": {
                readonly payment: string;
                readonly file: string;
            };
            /** @description The number of an account was erased */
            readonly "/problems/account-number-is-erased": {
                readonly account: string;
            };
            /** @description The file is no answer of a bank that can be used */
            readonly "/problems/answer-is-unreadable": {
                readonly because: string;
                readonly line: number;
                readonly field: string;
                readonly detail: string;
            };
            /** @description The answer is of no file of ours */
            readonly "/problems/answer-is-of-no-file": {
                readonly message: string;
            };
            /** @description The answer names a payment that is not in the file */
            readonly "/problems/answer-is-of-no-payment": {
                readonly instruction: string;
            };
            /** @description The file is no statement that can be used */
            readonly "/problems/statement-is-unreadable": {
                readonly because: string;
                readonly line: number;
                readonly field: string;
                readonly detail: string;
            };
            /** @description Another statement has this name */
            readonly "/problems/statement-differs": {
                readonly reference: string;
            };
            /** @description There is no such statement */
            readonly "/problems/statement-is-unknown": Record<string, unknown>;
            /** @description There is no such entry */
            readonly "/problems/entry-is-unknown": {
                readonly entry: number;
            };
            /** @description The entry waits for nobody */
            readonly "/problems/entry-is-decided": {
                readonly entry: number;
                readonly standing: string;
            };
            /** @description The entry is not said to be a charge */
            readonly "/problems/entry-is-not-charged": {
                readonly entry: number;
                readonly standing: string;
            };
            /** @description The entry is not said to concern no payment */
            readonly "/problems/entry-is-not-dismissed": {
                readonly entry: number;
                readonly standing: string;
            };
            /** @description The entry is no charge of the bank */
            readonly "/problems/entry-is-no-charge": {
                readonly entry: number;
                readonly direction: string;
            };
            /** @description The entry is no refund */
            readonly "/problems/entry-is-no-refund": {
                readonly entry: number;
                readonly direction: string;
            };
            /** @description The entry is of one thing */
            readonly "/problems/entry-is-of-one-thing": {
                readonly entry: number;
            };
            /** @description The entry settles nothing */
            readonly "/problems/entry-is-no-settlement": {
                readonly entry: number;
                readonly lacks: string;
            };
            /** @description Entry and payment are of different sums */
            readonly "/problems/entry-differs-from-payment": {
                readonly entry: number;
                readonly booked: components["schemas"]["Money"];
                readonly payment: components["schemas"]["Money"];
            };
            /** @description It is known whose account the statement is of */
            readonly "/problems/statement-has-owner": {
                readonly owner: string;
            };
            /** @description The statement is of another account */
            readonly "/problems/account-is-not-of-statement": {
                readonly account: string;
                readonly lacks: string;
            };
            /** @description Somebody has said whose the statement is */
            readonly "/problems/statement-owner-is-named": {
                readonly account: string;
            };
            /** @description Nothing said of whose the statement is waits */
            readonly "/problems/statement-owner-is-not-named": Record<string, unknown>;
            /** @description There are no such rates */
            readonly "/problems/rates-are-unknown": Record<string, unknown>;
            /** @description A currency is told twice */
            readonly "/problems/currency-is-told-twice": {
                readonly currency: string;
                readonly day: string;
            };
            /** @description The day is in the future */
            readonly "/problems/rate-date-is-in-the-future": {
                readonly day: string;
                readonly today: string;
            };
            /** @description A rate is not above zero */
            readonly "/problems/rate-is-not-positive": {
                readonly currency: string;
                readonly day: string;
                readonly rate: string;
            };
            /** @description A rate is of the base itself */
            readonly "/problems/rate-is-of-its-base": {
                readonly currency: string;
                readonly day: string;
            };
            /** @description The file of rates cannot be read */
            readonly "/problems/rates-are-unreadable": {
                readonly because: string;
                readonly line: number;
                readonly field: string;
                readonly detail: string;
            };
            /** @description Other rates wait for their second person */
            readonly "/problems/rates-are-pending": {
                readonly day: string;
                readonly edition: number;
            };
            /** @description Other rates stand */
            readonly "/problems/rates-differ": {
                readonly day: string;
                readonly edition: number;
            };
            /** @description No rates wait for a second person */
            readonly "/problems/rates-do-not-wait": {
                readonly status: string;
            };
            /** @description There is no such period */
            readonly "/problems/period-is-unknown": Record<string, unknown>;
            /** @description The day is not the last of its month */
            readonly "/problems/period-ends-within-a-month": {
                readonly through: string;
                readonly lastDay: string;
            };
            /** @description The period is not over */
            readonly "/problems/period-is-not-over": {
                readonly through: string;
                readonly today: string;
            };
            /** @description The books are closed */
            readonly "/problems/period-is-closed": {
                readonly day: string;
                readonly closedThrough: string;
            };
            /** @description Another closing waits for its second person */
            readonly "/problems/period-is-proposed": {
                readonly through: string;
            };
            /** @description No closing waits for a second person */
            readonly "/problems/period-does-not-wait": {
                readonly status: string;
            };
            /** @description Something of the period waits */
            readonly "/problems/period-is-unresolved": {
                readonly waits: string;
                readonly item: string;
                readonly day: string;
                readonly count: number;
            };
            /** @description The trial balance is another one now */
            readonly "/problems/trial-balance-differs": {
                readonly proposed: string;
                readonly now: string;
            };
            /** @description There is no such time zone */
            readonly "/problems/time-zone-is-unknown": {
                readonly timeZone: string;
            };
            /** @description The mail address is malformed */
            readonly "/problems/mail-address-is-malformed": Record<string, unknown>;
            /** @description The mail address is missing */
            readonly "/problems/mail-address-is-missing": Record<string, unknown>;
            /** @description There is no such place among notices */
            readonly "/problems/place-is-malformed": {
                readonly place: string;
            };
            /** @description There is no such search */
            readonly "/problems/search-is-unknown": {
                readonly number: number;
            };
            /** @description Of this list nothing new is told */
            readonly "/problems/search-tells-nothing": {
                readonly list: string;
            };
            /** @description The caller keeps too many searches */
            readonly "/problems/searches-are-too-many": {
                readonly most: number;
            };
            /** @description The request is malformed */
            readonly "/problems/request-is-malformed": Record<string, unknown>;
            /** @description The cursor is none */
            readonly "/problems/cursor-is-malformed": Record<string, unknown>;
            /** @description The events behind the cursor are no more */
            readonly "/problems/cursor-is-not-known": Record<string, unknown>;
            /** @description The position is none */
            readonly "/problems/position-is-malformed": Record<string, unknown>;
            /** @description The Idempotency-Key is missing */
            readonly "/problems/idempotency-key-is-missing": Record<string, unknown>;
            /** @description The Idempotency-Key is malformed */
            readonly "/problems/idempotency-key-is-malformed": Record<string, unknown>;
            /** @description The If-Match header is malformed */
            readonly "/problems/if-match-is-malformed": Record<string, unknown>;
            /** @description This change needs If-Match */
            readonly "/problems/precondition-required": Record<string, unknown>;
            /** @description The body is not JSON */
            readonly "/problems/body-is-not-json": Record<string, unknown>;
            /** @description The body is too large */
            readonly "/problems/body-is-too-large": Record<string, unknown>;
            /** @description The body is of another media type */
            readonly "/problems/media-type-is-not-json": Record<string, unknown>;
            /** @description The coding of the body is not known */
            readonly "/problems/content-encoding-is-not-known": Record<string, unknown>;
            /** @description The file is not taken as evidence */
            readonly "/problems/evidence-is-not-taken": Record<string, unknown>;
            /** @description There is no such route */
            readonly "/problems/route-is-unknown": Record<string, unknown>;
            /** @description The path has no such method */
            readonly "/problems/method-is-not-allowed": Record<string, unknown>;
            /** @description The same command is still under way */
            readonly "/problems/request-is-in-flight": Record<string, unknown>;
            /** @description There are too many requests */
            readonly "/problems/requests-are-too-many": Record<string, unknown>;
            /** @description There are too many live streams */
            readonly "/problems/streams-are-too-many": Record<string, unknown>;
            /** @description Something is still under way */
            readonly "/problems/system-is-not-settled": Record<string, unknown>;
            /** @description A deadline would be passed over */
            readonly "/problems/deadline-would-be-passed": Record<string, unknown>;
            /** @description There is no token */
            readonly "/problems/token-is-missing": Record<string, unknown>;
            /** @description The token is not valid */
            readonly "/problems/token-is-not-valid": Record<string, unknown>;
            /** @description The session has ended */
            readonly "/problems/session-has-ended": Record<string, unknown>;
            /** @description There are two credentials */
            readonly "/problems/credentials-are-two": Record<string, unknown>;
            /** @description The request comes from another site */
            readonly "/problems/request-is-of-another-site": Record<string, unknown>;
            /** @description There is no such sign-in */
            readonly "/problems/sign-in-is-unknown": Record<string, unknown>;
            /** @description The sign-in was refused */
            readonly "/problems/sign-in-was-refused": Record<string, unknown>;
            /** @description The identity provider does not answer */
            readonly "/problems/sign-in-is-out-of-reach": Record<string, unknown>;
            /** @description The organisation of the token is not registered */
            readonly "/problems/organisation-is-not-registered": {
                readonly organisation: string;
            };
            /** @description This gateway is stopping */
            readonly "/problems/gateway-is-stopping": Record<string, unknown>;
            /** @description Something failed here */
            readonly "/problems/something-failed": Record<string, unknown>;
            /** @description The idempotency key was used for another request */
            readonly "/problems/command-id-was-used-for-another-request": {
                readonly commandId: string;
            };
            /** @description The item has changed */
            readonly "/problems/version-is-not-expected": {
                readonly expected: number;
                readonly actual: number;
            };
            /** @description Many change this item at once */
            readonly "/problems/stream-is-contended": {
                readonly stream: string;
            };
            /** @description A field is at fault */
            readonly "/problems/field-is-invalid": Record<string, unknown>;
            /** @description The list has not seen this version yet */
            readonly "/problems/list-has-not-seen-version": {
                readonly after: string;
            };
            /** @description The lists are not as far yet as what was seen */
            readonly "/problems/position-is-not-reached": Record<string, unknown>;
            /** @description Too many wait for lists */
            readonly "/problems/waits-are-too-many": Record<string, unknown>;
            /** @description A part of the system is not known to another */
            readonly "/problems/caller-is-unknown": Record<string, unknown>;
            /** @description A part of the system may not ask another for this */
            readonly "/problems/call-is-not-for-caller": {
                readonly program: string;
            };
            /** @description The upload broke off */
            readonly "/problems/sender-broke-off": Record<string, unknown>;
            /** @description A part of the system is newer than another */
            readonly "/problems/status-is-not-recognised": {
                readonly of: string;
                readonly status: string;
            };
            /** @description The database does not answer */
            readonly "/problems/store-is-out-of-reach": Record<string, unknown>;
            /** @description A part of the system does not answer */
            readonly "/problems/call-failed": Record<string, unknown>;
            /** @description There are no events yet */
            readonly "/problems/events-are-not-there-yet": {
                readonly context?: string;
            };
            /** @description The events cannot be read */
            readonly "/problems/events-are-out-of-reach": {
                readonly context?: string;
            };
            /** @description There is no such project */
            readonly "/problems/project-not-found": {
                readonly id: string;
            };
            /** @description There is no such city or agency */
            readonly "/problems/proposer-not-found": {
                readonly id: string;
            };
            /** @description There is no such milestone */
            readonly "/problems/milestone-not-found": {
                readonly id: string;
            };
            /** @description There is no such draft of a report */
            readonly "/problems/draft-not-found": {
                readonly id: string;
            };
            /** @description There is no such list */
            readonly "/problems/list-not-found": {
                readonly id: string;
            };
            /** @description There is no such evidence */
            readonly "/problems/evidence-not-found": {
                readonly id: string;
            };
            /** @description What is kept is damaged */
            readonly "/problems/content-is-damaged": {
                readonly content: string;
            };
            /** @description There is no such repayment schedule */
            readonly "/problems/schedule-not-found": {
                readonly id: string;
            };
            /** @description There is no such money of a milestone */
            readonly "/problems/money-of-milestone-not-found": {
                readonly id: string;
            };
            /** @description There is no such list of envelopes */
            readonly "/problems/envelopes-of-sponsor-not-found": {
                readonly id: string;
            };
            /** @description There is no such sponsor */
            readonly "/problems/sponsor-not-found": {
                readonly id: string;
            };
            /** @description There is no such mandate */
            readonly "/problems/mandate-not-found": {
                readonly id: string;
            };
            /** @description There is no such envelope */
            readonly "/problems/envelope-not-found": {
                readonly id: string;
            };
            /** @description There is no such passport */
            readonly "/problems/passport-not-found": {
                readonly id: string;
            };
            /** @description There is no such list of questions */
            readonly "/problems/questions-not-found": {
                readonly id: string;
            };
            /** @description There is no such funding round */
            readonly "/problems/funding-not-found": {
                readonly id: string;
            };
            /** @description There is no such offer */
            readonly "/problems/offer-not-found": {
                readonly id: string;
            };
            /** @description There is no such agreement */
            readonly "/problems/agreement-not-found": {
                readonly id: string;
            };
            /** @description There is no such sheet of rates */
            readonly "/problems/rate-sheet-not-found": {
                readonly id: string;
            };
            /** @description There is no such period */
            readonly "/problems/period-not-found": {
                readonly id: string;
            };
            /** @description There is no such statement */
            readonly "/problems/statement-not-found": {
                readonly id: string;
            };
            /** @description There is no such list of delegations */
            readonly "/problems/delegations-not-found": {
                readonly id: string;
            };
            /** @description There is no such approval rules */
            readonly "/problems/approval-rules-not-found": {
                readonly id: string;
            };
            /** @description There is no such bank account */
            readonly "/problems/bank-account-not-found": {
                readonly id: string;
            };
            /** @description There is no such file of payments */
            readonly "/problems/payment-file-not-found": {
                readonly id: string;
            };
        };
    };
    responses: {
        /** @description Malformed: JSON, the shape of a field, an unknown field, a header */
        readonly Malformed: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid token */
        readonly NoToken: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role, the organisation or the separation of duties forbids it */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such item */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state does not allow it; where it will in a moment, Retry-After says when to ask again */
        readonly Conflict: {
            headers: {
                /** @description In seconds. */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The version is not the one insisted on */
        readonly Stale: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        readonly TooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON in UTF-8 */
        readonly NotJson: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Well-formed but against a rule; or the key was used for another request */
        readonly AgainstARule: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No If-Match; this change needs one */
        readonly NoPrecondition: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More requests than one person may send; Retry-After says when to go on */
        readonly TooMany: {
            headers: {
                /** @description In seconds. */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part does not answer, or too many wait for a list; repeat, a command with the same key */
        readonly Unavailable: {
            headers: {
                /** @description In seconds. */
                readonly "Retry-After"?: number;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part does not answer in time; repeat, a command with the same key */
        readonly Late: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description How far the lists go from which this is answered, where it is. Opaque: send it with the next request. */
        readonly "Junkan-Position": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly issueToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly person: string;
                    readonly organisation: string;
                    readonly roles: readonly ("proposer.officer" | "proposer.certifier" | "sponsor.officer" | "sponsor.approver" | "secretariat.officer" | "secretariat.verifier" | "secretariat.approver" | "finance.maker" | "finance.checker" | "auditor" | "clock.operator" | "system.workflow")[];
                    readonly name?: string;
                };
            };
        };
        readonly responses: {
            /** @description A token for a person of the trial; trial installations only */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly token: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 413: components["responses"]["TooLarge"];
        };
    };
    readonly getSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Who the caller is, and until when; what time it is for the rules; and what is the caller’s own */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly uploadEvidence: {
        readonly parameters: {
            readonly query?: {
                /** @description What the file is called, in one line. */
                readonly name?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "*/*": string;
            };
        };
        readonly responses: {
            /** @description Upload a file as evidence; its bytes are the body */
            readonly 201: {
                headers: {
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Evidence"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly downloadEvidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly hash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A file of evidence, as it was uploaded */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": string;
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listProposers: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "name" | "-name") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                /** @description Words of names, in any language. */
                readonly q?: string;
                readonly kind?: string;
                /** @description ISO 3166-1 alpha-2 codes, with commas between. */
                readonly country?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Cities and agencies */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly proposers: readonly components["schemas"]["Proposer"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly registerProposer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    /** @enum {string} */
                    readonly kind: "city" | "agency";
                    readonly countries: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Register a city or agency */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly checkProposals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Whose proposals they would be. */
                    readonly proposer: string;
                    readonly proposals: readonly {
                        /** @description The proposer’s own number for the project. That no other of its projects bears it, the proposer sees to. */
                        readonly reference: string;
                        /** @default  */
                        readonly title?: string;
                        /**
                         * @description ISO 3166-1 alpha-2 codes of every country the project covers.
                         * @default []
                         */
                        readonly countries?: readonly string[];
                        /**
                         * @description Codes of the list themes, for example "solid-waste".
                         * @default []
                         */
                        readonly themes?: readonly string[];
                        /**
                         * @description Instruments that the proposer can take ("loan", "grant"); empty = any.
                         * @default []
                         */
                        readonly instruments?: readonly string[];
                        /**
                         * @description The lending instrument preferred, in the funder's own words; may be empty.
                         * @default
                         */
                        readonly preferredInstrument?: string;
                        /** @description The sum to be raised. */
                        readonly target?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /**
                         * @description The share of the target at which a round may close, in basis points (10000 = all of it).
                         * @default 10000
                         */
                        readonly minimumCloseBasisPoints?: number;
                        /**
                         * @description 0 (idea) to 4 (ready to start).
                         * @default 0
                         */
                        readonly readiness?: number;
                        /**
                         * @description Codes of the indicators of which every report tells a value in whatever unit; `planned_indicators` say more of theirs.
                         * @default []
                         */
                        readonly indicators?: readonly string[];
                        /** @description The milestone plan; its amounts sum to the target. */
                        readonly milestones?: readonly {
                            readonly number: number;
                            readonly title: string;
                            readonly monthsAfterEffective: number;
                            readonly amount: {
                                readonly amount: string;
                                /**
                                 * @description ISO 4217
                                 * @example USD
                                 */
                                readonly currency: string;
                            };
                        }[];
                        /**
                         * @description What it is about, in the proposer's words.
                         * @default
                         */
                        readonly description?: string;
                        /**
                         * @description The language of these texts; absent = not said.
                         * @example ja
                         */
                        readonly language?: string;
                        /** @description Where it stands. Of a request its `id` alone counts: the rest comes from the gazetteer. */
                        readonly place?: {
                            /** @description Its number at GeoNames. */
                            readonly id: string;
                            /** @default  */
                            readonly name?: string;
                            /**
                             * @description ISO 3166-1 alpha-2.
                             * @default
                             */
                            readonly country?: string;
                            /**
                             * @description Degrees north, WGS 84.
                             * @default
                             */
                            readonly latitude?: string | "";
                            /**
                             * @description Degrees east, WGS 84.
                             * @default
                             */
                            readonly longitude?: string | "";
                        };
                        /**
                         * @description How many people it serves; 0 = not said.
                         * @default 0
                         */
                        readonly beneficiaries?: number;
                        /** @default [] */
                        readonly wasteStreams?: readonly {
                            /** @description A code of the list waste-streams. */
                            readonly stream: string;
                            /** @default  */
                            readonly tonnesPerYear?: string | "";
                        }[];
                        /** @description What it can treat, as in 120 t/d. */
                        readonly capacity?: {
                            readonly quantity: string;
                            /** @description A code of the list units. */
                            readonly unit: string;
                        };
                        /**
                         * @description Who will run it.
                         * @default
                         */
                        readonly operator?: string;
                        /** @description What the proposer pays itself. */
                        readonly ownContribution?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly otherSources?: readonly {
                            readonly name: string;
                            readonly amount: {
                                readonly amount: string;
                                /**
                                 * @description ISO 4217
                                 * @example USD
                                 */
                                readonly currency: string;
                            };
                        }[];
                        /** @description Of the whole: the target, the own contribution and what other sources give. */
                        readonly cost?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /**
                         * @description The indicators that it reports, each with what is to be reached and when it is measured.
                         * @default []
                         */
                        readonly plannedIndicators?: readonly {
                            /** @description A code of the list indicators. */
                            readonly code: string;
                            /**
                             * @description A code of the list units.
                             * @default
                             */
                            readonly unit?: string;
                            /**
                             * @description The value before the project.
                             * @default
                             */
                            readonly baseline?: string | "";
                            /**
                             * @description The value that is to be reached.
                             * @default
                             */
                            readonly target?: string | "";
                            /**
                             * @description How it is measured.
                             * @default
                             */
                            readonly method?: string;
                            /**
                             * @description The numbers of the milestones whose reports tell it; none = the last one.
                             * @default []
                             */
                            readonly milestones?: readonly number[];
                        }[];
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description What drafts of these proposals would be refused for, and what they would lack for their submission */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckedProposals"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listProjects: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "title" | "-title" | "amount" | "-amount" | "due" | "-due" | "status" | "-status" | "country" | "-country") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                /** @description Words of titles, descriptions, plans, places, proposers and references, in any language. */
                readonly q?: string;
                readonly status?: string;
                readonly proposer?: string;
                /** @description ISO 3166-1 alpha-2 codes, with commas between. */
                readonly country?: string;
                readonly theme?: string;
                /** @description Cells of two degrees, by their corner in the south-west, with commas between. */
                readonly cell?: string;
                /** @description Fields of which an item must have every value, not just any. */
                readonly all?: string;
                readonly reference?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Projects: by what is asked of them, or searched for */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly projects: readonly components["schemas"]["Project"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly draftProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly proposer: string;
                    readonly proposal: {
                        /** @description The proposer’s own number for the project. That no other of its projects bears it, the proposer sees to. */
                        readonly reference: string;
                        /** @default  */
                        readonly title?: string;
                        /**
                         * @description ISO 3166-1 alpha-2 codes of every country the project covers.
                         * @default []
                         */
                        readonly countries?: readonly string[];
                        /**
                         * @description Codes of the list themes, for example "solid-waste".
                         * @default []
                         */
                        readonly themes?: readonly string[];
                        /**
                         * @description Instruments that the proposer can take ("loan", "grant"); empty = any.
                         * @default []
                         */
                        readonly instruments?: readonly string[];
                        /**
                         * @description The lending instrument preferred, in the funder's own words; may be empty.
                         * @default
                         */
                        readonly preferredInstrument?: string;
                        /** @description The sum to be raised. */
                        readonly target?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /**
                         * @description The share of the target at which a round may close, in basis points (10000 = all of it).
                         * @default 10000
                         */
                        readonly minimumCloseBasisPoints?: number;
                        /**
                         * @description 0 (idea) to 4 (ready to start).
                         * @default 0
                         */
                        readonly readiness?: number;
                        /**
                         * @description Codes of the indicators of which every report tells a value in whatever unit; `planned_indicators` say more of theirs.
                         * @default []
                         */
                        readonly indicators?: readonly string[];
                        /** @description The milestone plan; its amounts sum to the target. */
                        readonly milestones?: readonly {
                            readonly number: number;
                            readonly title: string;
                            readonly monthsAfterEffective: number;
                            readonly amount: {
                                readonly amount: string;
                                /**
                                 * @description ISO 4217
                                 * @example USD
                                 */
                                readonly currency: string;
                            };
                        }[];
                        /**
                         * @description What it is about, in the proposer's words.
                         * @default
                         */
                        readonly description?: string;
                        /**
                         * @description The language of these texts; absent = not said.
                         * @example ja
                         */
                        readonly language?: string;
                        /** @description Where it stands. Of a request its `id` alone counts: the rest comes from the gazetteer. */
                        readonly place?: {
                            /** @description Its number at GeoNames. */
                            readonly id: string;
                            /** @default  */
                            readonly name?: string;
                            /**
                             * @description ISO 3166-1 alpha-2.
                             * @default
                             */
                            readonly country?: string;
                            /**
                             * @description Degrees north, WGS 84.
                             * @default
                             */
                            readonly latitude?: string | "";
                            /**
                             * @description Degrees east, WGS 84.
                             * @default
                             */
                            readonly longitude?: string | "";
                        };
                        /**
                         * @description How many people it serves; 0 = not said.
                         * @default 0
                         */
                        readonly beneficiaries?: number;
                        /** @default [] */
                        readonly wasteStreams?: readonly {
                            /** @description A code of the list waste-streams. */
                            readonly stream: string;
                            /** @default  */
                            readonly tonnesPerYear?: string | "";
                        }[];
                        /** @description What it can treat, as in 120 t/d. */
                        readonly capacity?: {
                            readonly quantity: string;
                            /** @description A code of the list units. */
                            readonly unit: string;
                        };
                        /**
                         * @description Who will run it.
                         * @default
                         */
                        readonly operator?: string;
                        /** @description What the proposer pays itself. */
                        readonly ownContribution?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly otherSources?: readonly {
                            readonly name: string;
                            readonly amount: {
                                readonly amount: string;
                                /**
                                 * @description ISO 4217
                                 * @example USD
                                 */
                                readonly currency: string;
                            };
                        }[];
                        /** @description Of the whole: the target, the own contribution and what other sources give. */
                        readonly cost?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /**
                         * @description The indicators that it reports, each with what is to be reached and when it is measured.
                         * @default []
                         */
                        readonly plannedIndicators?: readonly {
                            /** @description A code of the list indicators. */
                            readonly code: string;
                            /**
                             * @description A code of the list units.
                             * @default
                             */
                            readonly unit?: string;
                            /**
                             * @description The value before the project.
                             * @default
                             */
                            readonly baseline?: string | "";
                            /**
                             * @description The value that is to be reached.
                             * @default
                             */
                            readonly target?: string | "";
                            /**
                             * @description How it is measured.
                             * @default
                             */
                            readonly method?: string;
                            /**
                             * @description The numbers of the milestones whose reports tell it; none = the last one.
                             * @default []
                             */
                            readonly milestones?: readonly number[];
                        }[];
                    };
                };
            };
        };
        readonly responses: {
            /** @description Draft a project */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getProject: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A project, as far as the caller may see it */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened to a project, its rounds and its agreements, as far as the caller may see it */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listMilestonesOfProject: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The milestones of a project, and whether they are paid */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly milestones: readonly components["schemas"]["Milestone"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description By milestone. */
                        readonly payments: {
                            readonly [key: string]: components["schemas"]["Paid"];
                        };
                        /** @description By project; of those that have an agreement in force, or had one. */
                        readonly progress: {
                            readonly [key: string]: components["schemas"]["Progress"];
                        };
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listFundings: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The funding rounds of a project, with the offers that the caller may see */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly fundings: readonly components["schemas"]["Funding"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly attend: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description A project, of whose proposal, or a milestone, of whose report. */
                    readonly item: string;
                    /**
                     * @description That the caller is there no more. Whoever says nothing for 45 seconds has left too.
                     * @default false
                     */
                    readonly leaves?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Says that the caller works at a draft of its organisation now, and answers who else does */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AttendResponse"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getProposer: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A city or agency */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Proposer"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly reviseProposal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the version that the command insists on. */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The proposer’s own number for the project. That no other of its projects bears it, the proposer sees to. */
                    readonly reference: string;
                    /** @default  */
                    readonly title?: string;
                    /**
                     * @description ISO 3166-1 alpha-2 codes of every country the project covers.
                     * @default []
                     */
                    readonly countries?: readonly string[];
                    /**
                     * @description Codes of the list themes, for example "solid-waste".
                     * @default []
                     */
                    readonly themes?: readonly string[];
                    /**
                     * @description Instruments that the proposer can take ("loan", "grant"); empty = any.
                     * @default []
                     */
                    readonly instruments?: readonly string[];
                    /**
                     * @description The lending instrument preferred, in the funder's own words; may be empty.
                     * @default
                     */
                    readonly preferredInstrument?: string;
                    /** @description The sum to be raised. */
                    readonly target?: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    /**
                     * @description The share of the target at which a round may close, in basis points (10000 = all of it).
                     * @default 10000
                     */
                    readonly minimumCloseBasisPoints?: number;
                    /**
                     * @description 0 (idea) to 4 (ready to start).
                     * @default 0
                     */
                    readonly readiness?: number;
                    /**
                     * @description Codes of the indicators of which every report tells a value in whatever unit; `planned_indicators` say more of theirs.
                     * @default []
                     */
                    readonly indicators?: readonly string[];
                    /** @description The milestone plan; its amounts sum to the target. */
                    readonly milestones?: readonly {
                        readonly number: number;
                        readonly title: string;
                        readonly monthsAfterEffective: number;
                        readonly amount: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                    }[];
                    /**
                     * @description What it is about, in the proposer's words.
                     * @default
                     */
                    readonly description?: string;
                    /**
                     * @description The language of these texts; absent = not said.
                     * @example ja
                     */
                    readonly language?: string;
                    /** @description Where it stands. Of a request its `id` alone counts: the rest comes from the gazetteer. */
                    readonly place?: {
                        /** @description Its number at GeoNames. */
                        readonly id: string;
                        /** @default  */
                        readonly name?: string;
                        /**
                         * @description ISO 3166-1 alpha-2.
                         * @default
                         */
                        readonly country?: string;
                        /**
                         * @description Degrees north, WGS 84.
                         * @default
                         */
                        readonly latitude?: string | "";
                        /**
                         * @description Degrees east, WGS 84.
                         * @default
                         */
                        readonly longitude?: string | "";
                    };
                    /**
                     * @description How many people it serves; 0 = not said.
                     * @default 0
                     */
                    readonly beneficiaries?: number;
                    /** @default [] */
                    readonly wasteStreams?: readonly {
                        /** @description A code of the list waste-streams. */
                        readonly stream: string;
                        /** @default  */
                        readonly tonnesPerYear?: string | "";
                    }[];
                    /** @description What it can treat, as in 120 t/d. */
                    readonly capacity?: {
                        readonly quantity: string;
                        /** @description A code of the list units. */
                        readonly unit: string;
                    };
                    /**
                     * @description Who will run it.
                     * @default
                     */
                    readonly operator?: string;
                    /** @description What the proposer pays itself. */
                    readonly ownContribution?: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    readonly otherSources?: readonly {
                        readonly name: string;
                        readonly amount: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                    }[];
                    /** @description Of the whole: the target, the own contribution and what other sources give. */
                    readonly cost?: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    /**
                     * @description The indicators that it reports, each with what is to be reached and when it is measured.
                     * @default []
                     */
                    readonly plannedIndicators?: readonly {
                        /** @description A code of the list indicators. */
                        readonly code: string;
                        /**
                         * @description A code of the list units.
                         * @default
                         */
                        readonly unit?: string;
                        /**
                         * @description The value before the project.
                         * @default
                         */
                        readonly baseline?: string | "";
                        /**
                         * @description The value that is to be reached.
                         * @default
                         */
                        readonly target?: string | "";
                        /**
                         * @description How it is measured.
                         * @default
                         */
                        readonly method?: string;
                        /**
                         * @description The numbers of the milestones whose reports tell it; none = the last one.
                         * @default []
                         */
                        readonly milestones?: readonly number[];
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Put a proposal in the place of the present one */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 428: components["responses"]["NoPrecondition"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly attachDocuments: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the version that the command insists on. */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly documents?: readonly {
                        readonly title: string;
                        /** @description Of a file that was uploaded as evidence is. */
                        readonly hash: string;
                        /**
                         * @description The language that it is in; absent = not said.
                         * @example ja
                         */
                        readonly language?: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Put documents in the place of those that a proposal has */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 428: components["responses"]["NoPrecondition"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly nameContacts: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the version that the command insists on. */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly contacts?: readonly {
                        readonly name: string;
                        /**
                         * @description What the person does there.
                         * @default
                         */
                        readonly role?: string;
                        /** @default  */
                        readonly email?: string;
                        /** @default  */
                        readonly phone?: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Say whom to ask about a project, in the place of whom was named before */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 428: components["responses"]["NoPrecondition"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly submitProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Submit a project */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly requestInformation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Ask the proposer for more information */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly provideInformation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Answer what was asked */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly declareEligible: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Declare a project eligible */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly declareIneligible: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reasons: readonly string[];
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Declare a project ineligible, with the reasons */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly openProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Open a project to sponsors; after an unfunded round, for another */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly approveProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Approve a funded project */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse a funded project; its offers end */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly withdrawProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Withdraw a project that no agreement binds yet */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly closeProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description What the approver says; without it, what was said with the proposal stands.
                     * @default
                     */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Close a completed project, as somebody else proposed it */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeClosure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Propose to close a completed project */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseClosure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse to close a project yet */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listSponsors: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "name" | "-name") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                /** @description Words of names, in any language. */
                readonly q?: string;
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Sponsors */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly sponsors: readonly components["schemas"]["Sponsor"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly registerSponsor: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    /** @enum {string} */
                    readonly kind: "fund" | "company" | "development-bank";
                };
            };
        };
        readonly responses: {
            /** @description Register a sponsor */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listEnvelopes: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The budget envelopes of a sponsor */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly envelopes: readonly components["schemas"]["Envelope"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly openEnvelope: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly total: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    /** @default  */
                    readonly periodStart?: string | "";
                    /** @default  */
                    readonly periodEnd?: string | "";
                };
            };
        };
        readonly responses: {
            /** @description Open a budget envelope */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly findEnvelopes: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "amount" | "-amount" | "due" | "-due") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                readonly sponsor?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Budget envelopes that the caller may see, by sponsor, sum or the last day of their period */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly envelopes: readonly components["schemas"]["Envelope"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getEnvelope: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A budget envelope, with what is reserved, committed and left, and what was proposed of its last day */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Envelope"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getEnvelopeTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened to a budget envelope, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getSponsor: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A sponsor */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Sponsor"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listMandates: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "title" | "-title" | "amount" | "-amount" | "updated" | "-updated") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                /** @description Words of titles, in any language. */
                readonly q?: string;
                readonly sponsor?: string;
                readonly status?: string;
                /** @description ISO 3166-1 alpha-2 codes, with commas between. */
                readonly country?: string;
                /** @description Themes that a mandate names; one that names none takes any. */
                readonly theme?: string;
                /** @description Fields of which an item must have every value, not just any. */
                readonly all?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Mandates, by sponsor, status, country, theme or the largest sum that they give */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly mandates: readonly components["schemas"]["Mandate"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly publishMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly sponsor: string;
                    readonly terms: {
                        readonly title: string;
                        /** @description ISO 3166-1 alpha-2 codes. */
                        readonly countries: readonly string[];
                        /**
                         * @description Codes of the list themes.
                         * @default []
                         */
                        readonly themes?: readonly string[];
                        /** @default [] */
                        readonly excludedThemes?: readonly string[];
                        /**
                         * @description Hard: instruments that the sponsor can give, by codes of the list instruments.
                         * @default []
                         */
                        readonly instruments?: readonly string[];
                        /**
                         * @description Soft: lending instruments that the sponsor has used before.
                         * @default []
                         */
                        readonly preferredInstruments?: readonly string[];
                        readonly ticketMinimum: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly ticketMaximum: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /** @description The band within which most tickets lie; absent where it is not known. */
                        readonly usualTicketLow?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly usualTicketHigh?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /** @default 0 */
                        readonly minimumReadiness?: number;
                        /**
                         * @description Codes of the list indicators.
                         * @default []
                         */
                        readonly requiredIndicators?: readonly string[];
                    };
                };
            };
        };
        readonly responses: {
            /** @description Publish a mandate */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getMandate: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A mandate, with all the terms that it had */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Mandate"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly reviseMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                /** @description The ETag of the version that the command insists on. */
                readonly "If-Match": string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly terms: {
                        readonly title: string;
                        /** @description ISO 3166-1 alpha-2 codes. */
                        readonly countries: readonly string[];
                        /**
                         * @description Codes of the list themes.
                         * @default []
                         */
                        readonly themes?: readonly string[];
                        /** @default [] */
                        readonly excludedThemes?: readonly string[];
                        /**
                         * @description Hard: instruments that the sponsor can give, by codes of the list instruments.
                         * @default []
                         */
                        readonly instruments?: readonly string[];
                        /**
                         * @description Soft: lending instruments that the sponsor has used before.
                         * @default []
                         */
                        readonly preferredInstruments?: readonly string[];
                        readonly ticketMinimum: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly ticketMaximum: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /** @description The band within which most tickets lie; absent where it is not known. */
                        readonly usualTicketLow?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly usualTicketHigh?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /** @default 0 */
                        readonly minimumReadiness?: number;
                        /**
                         * @description Codes of the list indicators.
                         * @default []
                         */
                        readonly requiredIndicators?: readonly string[];
                    };
                };
            };
        };
        readonly responses: {
            /** @description Put other terms of a mandate in force; offers that were made stay under theirs */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 428: components["responses"]["NoPrecondition"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getMandateTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened to a mandate; who did it is told to its sponsor and to overseers */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly pauseMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Pause a mandate: nothing new is matched with it or offered under it */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly resumeMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Resume a mandate that was paused */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly retireMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Retire a mandate for good: nothing new is matched with it or offered under it */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listMatches: {
        readonly parameters: {
            readonly query?: {
                /** @description Only these of the sponsor’s mandates. */
                readonly mandate?: string;
                /** @description ISO 3166-1 alpha-2 codes, with commas between. */
                readonly country?: string;
                readonly theme?: string;
                /** @description Words, each of which the title holds. */
                readonly q?: string;
                /** @description `true`: what fits none and misses exactly one condition of one, instead of what fits. */
                readonly near?: "true" | "false" | "";
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The projects that fit the caller’s own mandates, each once with the best of them */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly projects: readonly components["schemas"]["MatchedProject"][];
                        /** @description Projects that fit a mandate, under the filters. */
                        readonly fitting: number;
                        /** @description Projects that fit none, and miss exactly one condition of one, under the filters. */
                        readonly near: number;
                        /** @description All projects that seek sponsors. */
                        readonly seeking: number;
                        /** @description The mandates of the sponsor. */
                        readonly mandates: number;
                        /** @description By country, theme and mandate, under all filters but that on the field itself. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly whatIf: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly terms: {
                        readonly title: string;
                        /** @description ISO 3166-1 alpha-2 codes. */
                        readonly countries: readonly string[];
                        /**
                         * @description Codes of the list themes.
                         * @default []
                         */
                        readonly themes?: readonly string[];
                        /** @default [] */
                        readonly excludedThemes?: readonly string[];
                        /**
                         * @description Hard: instruments that the sponsor can give, by codes of the list instruments.
                         * @default []
                         */
                        readonly instruments?: readonly string[];
                        /**
                         * @description Soft: lending instruments that the sponsor has used before.
                         * @default []
                         */
                        readonly preferredInstruments?: readonly string[];
                        readonly ticketMinimum: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly ticketMaximum: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /** @description The band within which most tickets lie; absent where it is not known. */
                        readonly usualTicketLow?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        readonly usualTicketHigh?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                        /** @default 0 */
                        readonly minimumReadiness?: number;
                        /**
                         * @description Codes of the list indicators.
                         * @default []
                         */
                        readonly requiredIndicators?: readonly string[];
                    };
                    /**
                     * @description The mandate that it is compared with; without it all of the sponsor’s own.
                     * @default
                     */
                    readonly mandate?: string | "";
                };
            };
        };
        readonly responses: {
            /** @description What a mandate of these terms would match, beside what is matched now */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WhatIf"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly findSponsors: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly after?: string | "";
                /** @description `true`: what misses exactly one condition is told as well. */
                readonly near?: "true" | "false" | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The sponsors’ mandates that match a project best, with reasons */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matches: readonly components["schemas"]["Match"][];
                        /** @description All eligible pairs, of which these are the best. */
                        readonly eligible: number;
                        /** @description Where `near` was asked for: the best of those that miss exactly one condition, ranked as if they did not. */
                        readonly nearMisses?: readonly components["schemas"]["Match"][];
                        /** @description All that miss exactly one condition. */
                        readonly near?: number;
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly findProjects: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly after?: string | "";
                /** @description `true`: what misses exactly one condition is told as well. */
                readonly near?: "true" | "false" | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The projects that match a mandate best, with reasons */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matches: readonly components["schemas"]["Match"][];
                        /** @description All eligible pairs, of which these are the best. */
                        readonly eligible: number;
                        /** @description Where `near` was asked for: the best of those that miss exactly one condition, ranked as if they did not. */
                        readonly nearMisses?: readonly components["schemas"]["Match"][];
                        /** @description All that miss exactly one condition. */
                        readonly near?: number;
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly explainMatch: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly project: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Why a mandate and a project match, or do not */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Match"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listPassports: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "due" | "-due" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                readonly subject?: string;
                readonly status?: string;
                readonly level?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Due-diligence passports, by subject, status, level or the last day of their clearance */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly passports: readonly components["schemas"]["Passport"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly requestDueDiligence: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly subject: string;
                };
            };
        };
        readonly responses: {
            /** @description Ask for the due diligence on a city or agency */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPassport: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The due-diligence passport of a city or agency */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Passport"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPassportTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of a passport, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly clearSubject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date
                     * @description The last day of the clearance.
                     */
                    readonly validUntil: string;
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Clear the subject until a day */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly flagSubject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly level: "observation" | "yellow" | "red" | "escalated";
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Flag the subject; red and escalated end its clearance */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly revokeClearance: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Revoke the clearance of the subject */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly relyOnClearance: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly project: string;
                };
            };
        };
        readonly responses: {
            /** @description Rely on the clearance of the subject for one of its projects */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getFunding: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A funding round, with the offers that the caller may see */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Funding"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listOffers: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The offers of a round that the caller may see */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly offers: readonly components["schemas"]["Offer"][];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly mandate: string;
                    readonly envelope: string;
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    /**
                     * @description The last day of the offer; empty = until its round ends.
                     * @default
                     */
                    readonly validUntil?: string | "";
                    /** @description On what terms the money is given. */
                    readonly financing: {
                        /** @enum {string} */
                        readonly instrument: "grant" | "loan" | "guarantee" | "equity" | "in-kind" | "results-based";
                        /** @description Of a loan, and of a loan alone. */
                        readonly loan?: {
                            /** @enum {string} */
                            readonly rate: "fixed" | "index";
                            /** @description A year: the rate, or where an index is named the margin above it. */
                            readonly percent: string;
                            /**
                             * @description The index that the rate follows, for example "6-month TORF"; empty where it is fixed.
                             * @default
                             */
                            readonly index?: string;
                            /**
                             * @description What the index was when the terms were made; figures are computed with it.
                             * @default
                             */
                            readonly indexPercent?: string | "";
                            /**
                             * @description Of the whole amount, once.
                             * @default
                             */
                            readonly frontEndFeePercent?: string | "";
                            /**
                             * @description Of what is not drawn yet, a year.
                             * @default
                             */
                            readonly commitmentFeePercent?: string | "";
                            /** @description From the first day to the last repayment. */
                            readonly tenorMonths: number;
                            /**
                             * @description During which interest alone is paid.
                             * @default 0
                             */
                            readonly graceMonths?: number;
                            /** @enum {string} */
                            readonly repayment: "equal-principal" | "annuity" | "bullet";
                            /**
                             * @description How often interest and principal fall due.
                             * @enum {string}
                             */
                            readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
                        };
                        /** @description Of a guarantee, and of a guarantee alone. */
                        readonly guarantee?: {
                            /** @description Of the amount that is guaranteed, a year. */
                            readonly feePercent: string;
                            /**
                             * @description Of the whole amount, once.
                             * @default
                             */
                            readonly frontEndFeePercent?: string | "";
                            readonly tenorMonths: number;
                            /**
                             * @description How often the fee falls due.
                             * @enum {string}
                             */
                            readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
                        };
                        /**
                         * @description What secures the money, or guarantees it.
                         * @default
                         */
                        readonly security?: string;
                        /**
                         * @description Whether money may be paid before a milestone is verified.
                         * @default false
                         */
                        readonly advances?: boolean;
                        /**
                         * @description What of each payment is kept until the project is completed; empty = nothing.
                         * @default
                         */
                        readonly retentionPercent?: string | "";
                        /**
                         * @description What has to be so before the first payment, and what has to stay so.
                         * @default []
                         */
                        readonly conditions?: readonly {
                            readonly title: string;
                            /**
                             * @description `precedent`: before the first payment. `covenant`: for as long as the agreement lasts.
                             * @enum {string}
                             */
                            readonly phase: "precedent" | "covenant";
                            /** @enum {string} */
                            readonly kind: "policy" | "performance" | "fiduciary";
                        }[];
                    };
                };
            };
        };
        readonly responses: {
            /** @description Offer an amount from an envelope */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProposedOffer"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly compareOffers: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the offers of a round that the caller may see cost, side by side */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompareOffersResponse"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly takenOfEnvelope: {
        readonly parameters: {
            readonly query: {
                readonly amount: string;
                /** @description ISO 4217 */
                readonly currency: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What an offer of an amount would take of an envelope today, in the currency of the envelope */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TakenOfEnvelopeResponse"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly scheduleOfOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly offer: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description When an offered loan is repaid */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RepaymentSchedule"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly acceptOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly offer: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The version of the terms that is accepted. */
                    readonly terms: number;
                };
            };
        };
        readonly responses: {
            /** @description Accept an offer’s terms, as the side that did not make them */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly counterOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly offer: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The version of the terms that is answered. */
                    readonly terms: number;
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    /** @default  */
                    readonly note?: string;
                    /** @description Absent = as they are. */
                    readonly financing?: {
                        /** @enum {string} */
                        readonly instrument: "grant" | "loan" | "guarantee" | "equity" | "in-kind" | "results-based";
                        /** @description Of a loan, and of a loan alone. */
                        readonly loan?: {
                            /** @enum {string} */
                            readonly rate: "fixed" | "index";
                            /** @description A year: the rate, or where an index is named the margin above it. */
                            readonly percent: string;
                            /**
                             * @description The index that the rate follows, for example "6-month TORF"; empty where it is fixed.
                             * @default
                             */
                            readonly index?: string;
                            /**
                             * @description What the index was when the terms were made; figures are computed with it.
                             * @default
                             */
                            readonly indexPercent?: string | "";
                            /**
                             * @description Of the whole amount, once.
                             * @default
                             */
                            readonly frontEndFeePercent?: string | "";
                            /**
                             * @description Of what is not drawn yet, a year.
                             * @default
                             */
                            readonly commitmentFeePercent?: string | "";
                            /** @description From the first day to the last repayment. */
                            readonly tenorMonths: number;
                            /**
                             * @description During which interest alone is paid.
                             * @default 0
                             */
                            readonly graceMonths?: number;
                            /** @enum {string} */
                            readonly repayment: "equal-principal" | "annuity" | "bullet";
                            /**
                             * @description How often interest and principal fall due.
                             * @enum {string}
                             */
                            readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
                        };
                        /** @description Of a guarantee, and of a guarantee alone. */
                        readonly guarantee?: {
                            /** @description Of the amount that is guaranteed, a year. */
                            readonly feePercent: string;
                            /**
                             * @description Of the whole amount, once.
                             * @default
                             */
                            readonly frontEndFeePercent?: string | "";
                            readonly tenorMonths: number;
                            /**
                             * @description How often the fee falls due.
                             * @enum {string}
                             */
                            readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
                        };
                        /**
                         * @description What secures the money, or guarantees it.
                         * @default
                         */
                        readonly security?: string;
                        /**
                         * @description Whether money may be paid before a milestone is verified.
                         * @default false
                         */
                        readonly advances?: boolean;
                        /**
                         * @description What of each payment is kept until the project is completed; empty = nothing.
                         * @default
                         */
                        readonly retentionPercent?: string | "";
                        /**
                         * @description What has to be so before the first payment, and what has to stay so.
                         * @default []
                         */
                        readonly conditions?: readonly {
                            readonly title: string;
                            /**
                             * @description `precedent`: before the first payment. `covenant`: for as long as the agreement lasts.
                             * @enum {string}
                             */
                            readonly phase: "precedent" | "covenant";
                            /** @enum {string} */
                            readonly kind: "policy" | "performance" | "fiduciary";
                        }[];
                    };
                };
            };
        };
        readonly responses: {
            /** @description Answer an offer’s terms with another amount or other terms */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly declineOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly offer: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Decline an offer */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly retractOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly offer: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Retract an offer */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly approveOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly offer: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Approve an accepted offer, for the sponsor */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly withdrawOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly offer: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Take back an offer that was accepted; after the close, the same round goes on */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly askQuestion: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                    /**
                     * @description Who may read it, with its answer.
                     * @enum {string}
                     */
                    readonly visibility: "asker" | "all";
                };
            };
        };
        readonly responses: {
            /** @description Ask the proposer, for yourself or for all who may see the round */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly answerQuestion: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                    /**
                     * @description Empty = as it was asked; `all` also publishes what was asked for its sponsor alone.
                     * @enum {string}
                     */
                    readonly visibility?: "asker" | "all";
                };
            };
        };
        readonly responses: {
            /** @description Answer a question, as it was asked or for all who may see the round */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listAgreements: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "amount" | "-amount" | "due" | "-due" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                readonly project?: string;
                readonly status?: string;
                readonly proposer?: string;
                readonly sponsor?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Agreements that the caller may see, by project, party, status or the day until which they are signed */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly agreements: readonly components["schemas"]["Agreement"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getAgreement: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An agreement */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Agreement"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly downloadEdition: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The bytes that the hash of an edition is taken of: their SHA-256 is what the parties sign */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": string;
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listPayments: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The payments of an agreement */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly payments: readonly components["schemas"]["Payment"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly requestPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly tranche: number;
                    readonly sponsor: string;
                };
            };
        };
        readonly responses: {
            /** @description Request a sponsor’s part of a tranche */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listAccounts: {
        readonly parameters: {
            readonly query?: {
                readonly prefix?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The balances of the accounts whose names begin so */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly accounts: readonly components["schemas"]["AccountBalance"][];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly editionsOfAgreement: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The text that the parties sign by its hash, and what each amendment has left of it */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgreementEditions"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly signAgreement: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Of what is signed: the agreement tells it. */
                    readonly contentHash: string;
                };
            };
        };
        readonly responses: {
            /** @description Sign an agreement for the caller’s organisation */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly declineSignature: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Decline to sign, for the caller’s organisation; the draft is void */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeMeasure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly kind: "suspension" | "resumption" | "termination" | "amendment";
                    readonly note: string;
                    readonly changes?: readonly {
                        readonly tranche: number;
                        /**
                         * @description Empty = as it is.
                         * @default
                         */
                        readonly dueOn?: string | "";
                        /** @description Absent = as it is. */
                        readonly amount?: {
                            readonly amount: string;
                            /**
                             * @description ISO 4217
                             * @example USD
                             */
                            readonly currency: string;
                        };
                    }[];
                    /**
                     * @description Of an amendment; empty = what its changes make it.
                     * @enum {string}
                     */
                    readonly amendment?: "error" | "budget-up-to-20" | "budget-over-20" | "results" | "no-cost-extension" | "terms" | "other";
                    /**
                     * @description Of an amendment: on what terms the money of these offers is given from then on.
                     * @default []
                     */
                    readonly financing?: readonly {
                        readonly offer: string;
                        readonly financing: {
                            /** @enum {string} */
                            readonly instrument: "grant" | "loan" | "guarantee" | "equity" | "in-kind" | "results-based";
                            /** @description Of a loan, and of a loan alone. */
                            readonly loan?: {
                                /** @enum {string} */
                                readonly rate: "fixed" | "index";
                                /** @description A year: the rate, or where an index is named the margin above it. */
                                readonly percent: string;
                                /**
                                 * @description The index that the rate follows, for example "6-month TORF"; empty where it is fixed.
                                 * @default
                                 */
                                readonly index?: string;
                                /**
                                 * @description What the index was when the terms were made; figures are computed with it.
                                 * @default
                                 */
                                readonly indexPercent?: string | "";
                                /**
                                 * @description Of the whole amount, once.
                                 * @default
                                 */
                                readonly frontEndFeePercent?: string | "";
                                /**
                                 * @description Of what is not drawn yet, a year.
                                 * @default
                                 */
                                readonly commitmentFeePercent?: string | "";
                                /** @description From the first day to the last repayment. */
                                readonly tenorMonths: number;
                                /**
                                 * @description During which interest alone is paid.
                                 * @default 0
                                 */
                                readonly graceMonths?: number;
                                /** @enum {string} */
                                readonly repayment: "equal-principal" | "annuity" | "bullet";
                                /**
                                 * @description How often interest and principal fall due.
                                 * @enum {string}
                                 */
                                readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
                            };
                            /** @description Of a guarantee, and of a guarantee alone. */
                            readonly guarantee?: {
                                /** @description Of the amount that is guaranteed, a year. */
                                readonly feePercent: string;
                                /**
                                 * @description Of the whole amount, once.
                                 * @default
                                 */
                                readonly frontEndFeePercent?: string | "";
                                readonly tenorMonths: number;
                                /**
                                 * @description How often the fee falls due.
                                 * @enum {string}
                                 */
                                readonly payments: "half-yearly" | "yearly" | "quarterly" | "monthly";
                            };
                            /**
                             * @description What secures the money, or guarantees it.
                             * @default
                             */
                            readonly security?: string;
                            /**
                             * @description Whether money may be paid before a milestone is verified.
                             * @default false
                             */
                            readonly advances?: boolean;
                            /**
                             * @description What of each payment is kept until the project is completed; empty = nothing.
                             * @default
                             */
                            readonly retentionPercent?: string | "";
                            /**
                             * @description What has to be so before the first payment, and what has to stay so.
                             * @default []
                             */
                            readonly conditions?: readonly {
                                readonly title: string;
                                /**
                                 * @description `precedent`: before the first payment. `covenant`: for as long as the agreement lasts.
                                 * @enum {string}
                                 */
                                readonly phase: "precedent" | "covenant";
                                /** @enum {string} */
                                readonly kind: "policy" | "performance" | "fiduciary";
                            }[];
                        };
                    }[];
                    /**
                     * @description Of an amendment: what is agreed on in words, which becomes part of the agreement and of its hash.
                     * @default
                     */
                    readonly provisions?: string;
                    /**
                     * @description Why the agreement is suspended or terminated.
                     * @enum {string}
                     */
                    readonly cause?: "breach" | "no-progress" | "fiduciary" | "safeguards" | "force-majeure" | "mutual" | "other";
                    /**
                     * @description The last day on which the cause can be cured: a termination waits for it.
                     * @default
                     */
                    readonly cureUntil?: string | "";
                    /**
                     * @description Of an amendment: what indicators of milestones are to reach from then on.
                     * @default []
                     */
                    readonly results?: readonly {
                        readonly tranche: number;
                        /** @description A code of the list indicators, which the proposal promises for the milestone. */
                        readonly code: string;
                        readonly target: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Propose to suspend, resume, terminate or amend an agreement */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly answerMeasure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say, for a party that is heard, what it thinks of a suspension or a termination */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly approveMeasure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Approve a measure, for the caller’s organisation */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseMeasure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse a measure */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly reportCondition: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description How it is met, and where that is seen. */
                    readonly note: string;
                    /**
                     * @description SHA-256 of each file that shows it, uploaded before.
                     * @default []
                     */
                    readonly evidence?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Say, for the proposer, that a condition of the terms is met */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmCondition: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Confirm, for the sponsor whose condition it is, that it is met */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseCondition: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say, for the sponsor whose condition it is, that it is not met yet */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly requestPartPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly tranche: number;
                    readonly sponsor: string;
                    /** @description Less than what is due: at least one minor unit is left for the payment that closes the part. Where that was requested before and some of what was paid in part has come back: at most that. */
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Request some of a sponsor’s part of a tranche */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly requestRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly sponsor: string;
                };
            };
        };
        readonly responses: {
            /** @description Request what was retained of a sponsor’s money */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly askAdvance: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly tranche: number;
                    readonly sponsor: string;
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    /** @description What it is to be spent on. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Ask for an advance on a part of a tranche */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseAdvance: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse an advance, before its payment is requested */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly requestAdvance: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Request the payment of an advance */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly submitExpenditure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description At most what of the advance is open. */
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    /**
                     * Format: date
                     * @description Between which days it was spent, both included.
                     */
                    readonly firstDay: string;
                    /** Format: date */
                    readonly lastDay: string;
                    /** @description On what it was spent. */
                    readonly note: string;
                    /**
                     * @description SHA-256 of each file that proves it, uploaded before.
                     * @default []
                     */
                    readonly evidence?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Submit a statement of expenditure */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly acceptExpenditure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
                readonly expenditure: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description What was spent as planned: at most what is stated. */
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Accept what was spent as planned */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly returnExpenditure: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
                readonly expenditure: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Return a statement of expenditure */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly holdPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description 0 or absent = what was retained of all tranches.
                     * @default 0
                     */
                    readonly tranche?: number;
                    readonly sponsor: string;
                    /** @enum {string} */
                    readonly reason: "irregularity-suspected" | "account-in-doubt" | "dispute" | "documents-missing" | "sanctions-check" | "other";
                    /** @description What is to be looked at. All parties to the agreement read it. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Put a part of a tranche on hold */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly releaseHold: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly reason: "cleared" | "account-confirmed" | "dispute-settled" | "documents-received" | "held-by-mistake" | "other";
                    /** @description What was found. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Release, as another person, what is on hold */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly approvePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Approve a payment */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refusePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse a payment */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly instructPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Instruct the bank */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly failPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Report that the bank did not carry out a payment */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly settlePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bankReference: string;
                    /** Format: date */
                    readonly valueDate: string;
                };
            };
        };
        readonly responses: {
            /** @description Report that the bank has paid */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly returnPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Of the return, as the bank names it. */
                    readonly bankReference: string;
                    /**
                     * Format: date
                     * @description The day on which the money came back.
                     */
                    readonly valueDate: string;
                    /** @description The reason that the bank gives. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Report that the bank has returned a settled payment */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly reversePayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Report that a settlement was booked by mistake */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly bookExchange: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Book what a settled payment cost in the currency of the sponsor’s budget */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The number of the report that is confirmed. */
                    readonly report: number;
                };
            };
        };
        readonly responses: {
            /** @description Confirm, as a second person, what was reported of the bank */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly objectToPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly payment: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly report: number;
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say, as a second person, that what was reported of the bank is not so */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly claimRecovery: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly kind: "ineligible" | "clawback" | "unspent";
                    /**
                     * @description The tranche with which it was paid; 0 = all of them.
                     * @default 0
                     */
                    readonly tranche?: number;
                    /** @description Of what was paid and is not claimed yet. */
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Claim back what was paid */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly answerRecovery: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say, for the proposer, what it thinks of a claim */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly approveRecovery: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Approve that an amount has to come back, once the proposer was heard */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseRecovery: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse a claim to money that was paid */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly reportRefund: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    readonly bankReference: string;
                    /**
                     * Format: date
                     * @description On which the bank received it.
                     */
                    readonly valueDate: string;
                };
            };
        };
        readonly responses: {
            /** @description Report that the proposer has paid back an amount */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeResolution: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly kind: "justified" | "documented";
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Propose that an amount is eligible after all */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeWriteOff: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Whose money it is. */
                    readonly sponsor: string;
                    readonly amount: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Propose that a sponsor gives up an amount that has to come back */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmResolution: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
                readonly resolution: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Confirm, as a second person, how a part of a recovery is settled */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseResolution: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
                readonly resolution: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say, as a second person, that a part of a recovery is not settled so */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly bookExchangeOfRefund: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
                readonly resolution: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Book what a refund comes to in the currency of the sponsor’s budget */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getLedger: {
        readonly parameters: {
            readonly query?: {
                /** @description Whose accounts; without it the caller’s own, or of all for whom all may be told. */
                readonly party?: string | "";
                /** @description Not beside an agreement. */
                readonly project?: string | "";
                readonly agreement?: string | "";
                /** @description The first day; without it from the first line on. */
                readonly from?: string | "";
                /** @description The last day, which is within. */
                readonly to?: string | "";
                /** @description A currency in which closing balances are told as well, by the recorded rates of the last day. */
                readonly in?: string | "";
                readonly limit?: number;
                readonly cursor?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A statement of account: what was in each kind of account before, each posting, and what is in it after */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ledger"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listRates: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "day" | "-day" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly status?: string;
                readonly base?: string | "";
                /** @description Who says so: a central bank, by its name. */
                readonly source?: string;
                readonly dayFrom?: string | "";
                readonly dayTo?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Exchange rates by source and day */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly sheets: readonly components["schemas"]["RateSheet"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly enterRates: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who says so: a central bank, by its name. */
                    readonly source: string;
                    /** @description ISO 4217: the currency of which one unit is so many of the others. */
                    readonly base: string;
                    /**
                     * Format: date
                     * @description ISO 8601 calendar date of the rates; not in the future.
                     */
                    readonly day: string;
                    readonly rates: readonly {
                        /** @description ISO 4217. */
                        readonly currency: string;
                        /** @description So many units of the currency for one unit of the base: an exact decimal. */
                        readonly rate: string;
                    }[];
                    /**
                     * @description Whether they go in the place of others that stand for the same source and day. The earlier ones stay to be read.
                     * @default false
                     */
                    readonly corrects?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Enter the exchange rates of a source and day */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getRates: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The exchange rates of a source and day */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RateSheet"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getRatesTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of the rates of a source and day, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly importRates: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly source: string;
                    /** @description ISO 4217. */
                    readonly base: string;
                    /** @description The file itself, of at most 100 days: a head `Date,USD,JPY,…` with one line a day, or `date,currency,rate`. Days are ISO 8601, or as in 25 November 2026. */
                    readonly file: string;
                    /** @default false */
                    readonly corrects?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Enter the exchange rates of a file, each day of it */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportedRateDays"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmRates: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Confirm, as a second person, the exchange rates that were entered */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseRates: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse the exchange rates that were entered */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listPeriods: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "through" | "-through" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly status?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Closings of the books */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly periods: readonly components["schemas"]["Period"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposePeriod: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date
                     * @description ISO 8601 calendar date: the last day of a month that is over, behind all that is closed.
                     */
                    readonly through: string;
                };
            };
        };
        readonly responses: {
            /** @description Propose to close the books of all accounts through a day */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPeriod: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A closing of the books, with its trial balance */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Period"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPeriodTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of a closing of the books, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly closePeriod: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Close, as a second person, the books through the day that was proposed */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refusePeriod: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse to close the books as it was proposed */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listStatements: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "day" | "-day" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly status?: string;
                readonly balance?: string;
                readonly currency?: string | "";
                /** @description The number of the account. */
                readonly account?: string;
                readonly dayFrom?: string | "";
                readonly dayTo?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Statements of banks, by account, status, balance or day */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly statements: readonly components["schemas"]["Statement"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly importStatements: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "*/*": string;
            };
        };
        readonly responses: {
            /** @description Import a bank’s statements; the bytes of the file are the body */
            readonly 201: {
                headers: {
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportedStatements"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getStatement: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description Only the entries that stand so. */
                readonly standing?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A statement of a bank, with its entries in pages */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        /** @description Counts the events of the item’s stream; its ETag. */
                        readonly version: number;
                        /**
                         * @description `importing`: its entries are read, and not all of them are matched yet: the same file again finishes it. `waiting`: a person has to act.
                         * @enum {string}
                         */
                        readonly status: "importing" | "waiting" | "done";
                        /** @description The IBAN, or another number of the account. */
                        readonly account: string;
                        /** @description What the bank calls the statement. */
                        readonly reference: string;
                        /** @description Of a statement that comes in several, which of them it is. */
                        readonly page: string;
                        readonly currency: string;
                        /**
                         * Format: date
                         * @description Of what the bank tells: absent where it does not say.
                         */
                        readonly from?: string;
                        /** Format: date */
                        readonly to?: string;
                        /** @description Negative where the account was overdrawn. */
                        readonly openingBalance?: components["schemas"]["Money"];
                        readonly closingBalance?: components["schemas"]["Money"];
                        /**
                         * @description Whether the opening balance and the booked entries are the closing balance.
                         * @enum {string}
                         */
                        readonly balance: "adds-up" | "differs" | "cannot-be-told";
                        /** @description The closing balance less that sum, where it differs. */
                        readonly differsBy?: components["schemas"]["Money"];
                        /**
                         * @description Why it cannot be told.
                         * @enum {string}
                         */
                        readonly untold?: "no-opening-balance" | "no-closing-balance" | "one-of-several-pages" | "other-currency";
                        /** @description Lower-case hexadecimal SHA-256 of the file that was imported. */
                        readonly file: string;
                        readonly importedBy: string;
                        /** Format: date-time */
                        readonly importedAt: string;
                        readonly entries: number;
                        /** @description What its entries come to, by how they stand, direction and currency. */
                        readonly sums: readonly components["schemas"]["EntrySum"][];
                        /** @description By whom that was reported which waits for its second person. */
                        readonly reportedBy: readonly string[];
                        /** @description The sponsor whose account it is, where one has named it. */
                        readonly owner?: string;
                        /** @description The bank that keeps the account, as the statement tells it: its BIC, and its number in the clearing of its country. */
                        readonly bic?: string;
                        readonly bankCode?: string;
                        /** @description The sponsors that had named its account, where several had and nothing told them apart. */
                        readonly claimants: readonly string[];
                        /** @description What finance has said last of whose account it is. */
                        readonly naming?: components["schemas"]["OwnerNaming"];
                        readonly lines: readonly components["schemas"]["StatementEntry"][];
                        /** @description Of a statement that has no owner: the accounts of which it may be. */
                        readonly ownerCandidates: readonly components["schemas"]["OwnerCandidate"][];
                        /** @description Leads to the next page of entries; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description What the caller may do with it now. In the item, not in lists. */
                        readonly may?: readonly components["schemas"]["Permission"][];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getStatementTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of a statement, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmStatement: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Confirm, as a second person, the payments that a statement settles */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConfirmedStatement"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly linkEntry: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly entry: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly agreement: string;
                    /** @description The payment of that agreement; of a refund its recovery is named instead. */
                    readonly settles?: string;
                    /**
                     * @description The number of the recovery of that agreement of which the proposer has paid back the amount of the entry; 0 = none.
                     * @default 0
                     */
                    readonly recovery?: number;
                };
            };
        };
        readonly responses: {
            /** @description Say which payment, or refund of a recovery, an entry of a statement is */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly recordFee: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly entry: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say that an entry of a statement is a charge of the bank */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseFee: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly entry: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Why. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse, as a second person, that an entry of a statement is a charge of the bank; it waits again */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly ignoreEntry: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly entry: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say that an entry of a statement concerns no payment; another person confirms it with the statement */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseDismissal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly entry: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Why. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse, as a second person, that an entry of a statement concerns no payment; it waits again */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly holdEntry: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly entry: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Note why an entry of a statement has to wait */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly nameStatementOwner: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description One that two persons of a sponsor have confirmed, with the number of the statement, and of no other bank than it tells. */
                    readonly account: string;
                    /** @description How it is known. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say whose bank account a statement is of */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmStatementOwner: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The account that was named. */
                    readonly account: string;
                };
            };
        };
        readonly responses: {
            /** @description Confirm, as a second person, whose bank account a statement is of */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseStatementOwner: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Why. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse, as a second person, what was said of whose bank account a statement is of */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listApprovalRules: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly organisation?: string;
                readonly status?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The approval rules of the caller’s organisation; of all for overseers */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly rules: readonly components["schemas"]["ApprovalRules"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @description Above each of them two persons approve; a currency that is not among them has none. They take the place of all that stand. */
                    readonly limits?: readonly {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Propose above which amounts two persons of the caller’s organisation approve */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getApprovalRules: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Above which amounts two persons of an organisation approve, and who proposed and approved that */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApprovalRules"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getApprovalRulesTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of the approval rules, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly approveLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The number of the proposal. */
                    readonly proposal: number;
                };
            };
        };
        readonly responses: {
            /** @description Approve, as a second person, the limits that were proposed for the caller’s organisation */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The number of the proposal. */
                    readonly proposal: number;
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse the limits that were proposed; those that stand go on */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listDelegations: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly organisation?: string;
                readonly status?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the caller’s organisation has delegated; all of it for overseers */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly delegations: readonly components["schemas"]["Delegations"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly delegateRole: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly role: "proposer.certifier" | "sponsor.approver" | "secretariat.approver" | "finance.checker";
                    /** @description The identifier of the person, as the identity provider of the organisation has it. */
                    readonly takenBy: string;
                    /**
                     * Format: date
                     * @description Both days are within it.
                     */
                    readonly firstDay: string;
                    /** Format: date */
                    readonly lastDay: string;
                    /** @description Why. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Give a role of one’s own to another person of the organisation for some days */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getDelegations: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Which roles the approvers of an organisation have given to others of it, for which days, and who confirmed that */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delegations"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getDelegationsTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of the delegations, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmDelegation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The number of the delegation. */
                    readonly delegation: number;
                };
            };
        };
        readonly responses: {
            /** @description Confirm, as a third person, that a role is given to another */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly endDelegation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The number of the delegation. */
                    readonly delegation: number;
                    /** @description Why. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description End a delegation at once, or refuse one that waits for its confirmation */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listBankAccounts: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly organisation?: string;
                readonly status?: string;
                readonly currency?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Bank accounts that the caller may know of, by organisation, status or currency */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly accounts: readonly components["schemas"]["BankAccount"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeBankAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Whose name the bank has. */
                    readonly holder: string;
                    /**
                     * @description Where the account is kept.
                     * @example JP
                     */
                    readonly country: string;
                    /** @description ISO 4217. */
                    readonly currency: string;
                    /**
                     * @description Either this or `accountNumber`.
                     * @default
                     */
                    readonly iban?: string;
                    /**
                     * @description A number of the country’s own, where it has no IBAN.
                     * @default
                     */
                    readonly accountNumber?: string;
                    /**
                     * @description By which the banks of the country tell each other and their branches apart. It or `bic` is needed.
                     * @default
                     */
                    readonly bankCode?: string;
                    /** @default  */
                    readonly bic?: string;
                    readonly bankName: string;
                    /** @description The town of the holder. */
                    readonly town: string;
                    /**
                     * @description The identifier of an account of the same organisation that is in use until this one is.
                     * @default
                     */
                    readonly replaces?: string;
                };
            };
        };
        readonly responses: {
            /** @description Name a bank account of the caller’s organisation */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getBankAccount: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A bank account, with its number for whoever may see that */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BankAccount"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getBankAccountTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of a bank account, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmBankAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The whole number, typed again from the bank’s own papers. */
                    readonly numberAgain: string;
                };
            };
        };
        readonly responses: {
            /** @description Confirm, as a second person, a bank account of the caller’s organisation */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseBankAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse a bank account that somebody has named */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly retireBankAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Let nothing be paid to or from a bank account any more */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly answerPaymentFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "*/*": string;
            };
        };
        readonly responses: {
            /** @description Take a bank’s answer to a file of payments; the bytes of the answer are the body */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AnsweredPaymentFile"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listPaymentFiles: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "day" | "-day" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly payer?: string;
                readonly status?: string;
                readonly currency?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Files of payments, by payer, status or currency */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly files: readonly components["schemas"]["PaymentFile"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly makePaymentFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The sponsor from whose account is paid. */
                    readonly payer: string;
                    /** @description ISO 4217. */
                    readonly currency: string;
                    /**
                     * Format: date
                     * @description On which the bank is to pay; not before today.
                     */
                    readonly executionDate: string;
                    /**
                     * @description None = all that are approved and in no file.
                     * @default []
                     */
                    readonly payments?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Make a file of approved payments for a sponsor’s bank */
            readonly 201: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description Where the new item is. */
                    readonly Location?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MadePaymentFile"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPaymentFile: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description Only the transfers that stand so. */
                readonly standing?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A file of payments, with its transfers in pages */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        /** @description Counts the events of the item’s stream; its ETag. */
                        readonly version: number;
                        /**
                         * @description `making`: its payments are being kept for it; the same request again finishes that. `sending`: the bank has it, and its payments are being instructed; sending it again finishes that. `answered`: the bank has said of each transfer whether it takes it.
                         * @enum {string}
                         */
                        readonly status: "making" | "made" | "approved" | "refused" | "sending" | "sent" | "answered";
                        readonly payer: string;
                        readonly currency: string;
                        /** Format: date */
                        readonly executionDate: string;
                        readonly payerAccount: string;
                        /** @description What the bank calls the file by. */
                        readonly message: string;
                        readonly transfers: number;
                        readonly sum: components["schemas"]["Money"];
                        /** @description Lower-case hexadecimal SHA-256 of the file; absent while it is being made. */
                        readonly sha256?: string;
                        readonly madeBy: string;
                        /** Format: date-time */
                        readonly madeAt: string;
                        readonly approvedBy?: string;
                        /** Format: date-time */
                        readonly approvedAt?: string;
                        readonly refusedBy?: string;
                        /** @description Why it was refused. Words that can be erased. */
                        readonly note?: string;
                        readonly sentBy?: string;
                        /** Format: date-time */
                        readonly sentAt?: string;
                        /** @description What its transfers come to, by how they stand. */
                        readonly sums: readonly components["schemas"]["TransferSum"][];
                        /** @description Who reported, verified, requested or approved a payment in it: the first three do not approve the file, and whoever requested alone sends it. */
                        readonly duties: readonly components["schemas"]["FileDuty"][];
                        /** @description What answers of the bank say of no single transfer: a person has to look. */
                        readonly untold: readonly components["schemas"]["UntoldAnswer"][];
                        readonly lines: readonly components["schemas"]["FileTransfer"][];
                        /** @description The accounts of the payer and of these transfers, as far as the caller may know of them. */
                        readonly accounts: readonly components["schemas"]["NamedAccount"][];
                        /** @description Leads to the next page of transfers; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description What the caller may do with it now. In the item, not in lists. */
                        readonly may?: readonly components["schemas"]["Permission"][];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly paymentsForFile: {
        readonly parameters: {
            readonly query: {
                /** @description ISO 4217 */
                readonly currency: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What may go into a file of payments of a sponsor and currency, and what stands against the others */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description The account that would be paid from; absent where the payer has none that is used. */
                        readonly payerAccount?: string;
                        /** @description At most as many as one request can name. */
                        readonly payments: readonly components["schemas"]["PaymentForFile"][];
                        /** @description Whether others wait besides. */
                        readonly more: boolean;
                        /** @description Why a bank would take no file of this payer. */
                        readonly fault?: components["schemas"]["WritingFault"];
                        /** @description The accounts that are named. */
                        readonly accounts: readonly components["schemas"]["NamedAccount"][];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly downloadPaymentFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file as the bank gets it (pain.001.001.09), account numbers and all */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "*/*": string;
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPaymentFileTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description What the entries are about, with commas between; without it all are told. */
                readonly kind?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Every event of a file of payments, with who acted and its cause */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly entries: readonly components["schemas"]["TimelineEntry"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly approvePaymentFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Approve, as a second person, a file of payments */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refusePaymentFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse a file of payments, which releases them */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly sendPaymentFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Say that a file of payments was handed to the bank */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly findFundings: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "amount" | "-amount" | "due" | "-due" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly project?: string;
                readonly proposer?: string;
                readonly status?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Funding rounds of all projects, with the offers that the caller may see */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly fundings: readonly components["schemas"]["Funding"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly findOffers: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "amount" | "-amount" | "due" | "-due" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly project?: string;
                readonly proposer?: string;
                readonly status?: string;
                readonly funding?: string;
                readonly sponsor?: string;
                readonly mandate?: string;
                readonly envelope?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Offers that the caller may see */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly offers: readonly components["schemas"]["FoundOffer"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly findPayments: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "amount" | "-amount" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly project?: string;
                readonly proposer?: string;
                readonly status?: string;
                readonly agreement?: string;
                readonly sponsor?: string;
                readonly milestone?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Payments of agreements that the caller has a part in */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly payments: readonly components["schemas"]["FoundPayment"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listWork: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description `me`: for the caller, by role and organisation and separated duties. `others`: what else the caller may see, also what separated duties keep from the caller. `all`: both. */
                readonly waits?: "me" | "others" | "all";
                readonly kind?: string;
                readonly project?: string | "";
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                /** @description Only what should have been done by now. */
                readonly overdue?: "true" | "false";
                /** @description A field, with - before it for the greatest first. Without it, what is due first. */
                readonly sort?: ("due" | "-due" | "since" | "-since" | "amount" | "-amount") | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What waits for the caller, or for others, to act */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly work: readonly components["schemas"]["Work"][];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All that passes the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By kind, whichever kinds are asked for, under all other filters: each exact up to 1,000. */
                        readonly counts: {
                            readonly [key: string]: number;
                        };
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listMilestones: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                readonly after?: string | "";
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "title" | "-title" | "amount" | "-amount" | "due" | "-due" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                /** @description Words of titles, in any language. */
                readonly q?: string;
                readonly project?: string;
                readonly agreement?: string;
                readonly proposer?: string;
                readonly status?: string;
                /** @description Those of which a sponsor has a share, by agreements that the caller may see. */
                readonly sponsor?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Milestones, by project, agreement, party, status or day */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly milestones: readonly components["schemas"]["Milestone"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getMilestone: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A milestone, as far as the caller may see it */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Milestone"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getReportDraft: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The report that a proposer is writing, for its own organisation alone */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReportDraft"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getMoneyOfMilestone: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What happened to a milestone’s money, step by step */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MoneyOfMilestone"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly reportMilestone: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Files that were uploaded, each by its SHA-256. */
                    readonly evidence: readonly string[];
                    readonly indicators?: readonly {
                        readonly code: string;
                        /** @description A decimal number as text. */
                        readonly value?: string;
                        /** @default  */
                        readonly unit?: string;
                        /**
                         * @description In the place of a value.
                         * @default false
                         */
                        readonly notAvailable?: boolean;
                        /**
                         * @description Why there is no value; needed where the proposal says how the indicator is measured.
                         * @default
                         */
                        readonly because?: string;
                    }[];
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Report on a milestone, with evidence */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly saveDraftResults: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description The version of the section that was read; refused where it is another by now.
                     * @default 0
                     */
                    readonly version?: number;
                    readonly indicators?: readonly {
                        readonly code: string;
                        /** @description A decimal number as text. */
                        readonly value?: string;
                        /** @default  */
                        readonly unit?: string;
                        /**
                         * @description In the place of a value.
                         * @default false
                         */
                        readonly notAvailable?: boolean;
                        /**
                         * @description Why there is no value; needed where the proposal says how the indicator is measured.
                         * @default
                         */
                        readonly because?: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Save the results of the report that is being written */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly saveDraftEvidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description The version of the section that was read; refused where it is another by now.
                     * @default 0
                     */
                    readonly version?: number;
                    /**
                     * @description Files that were uploaded, each by its SHA-256.
                     * @default []
                     */
                    readonly evidence?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Save the evidence of the report that is being written */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly saveDraftNarrative: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description The version of the section that was read; refused where it is another by now.
                     * @default 0
                     */
                    readonly version?: number;
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Save the account of the report that is being written */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly sendDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The version of the draft that was read; refused where it is another by now. */
                    readonly version: number;
                };
            };
        };
        readonly responses: {
            /** @description Send the report to the certifier */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly returnDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The version of the draft that was read; refused where it is another by now. */
                    readonly version: number;
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Return the report to those who wrote it */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly signOffReport: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The version of the draft that was read; refused where it is another by now. */
                    readonly version: number;
                };
            };
        };
        readonly responses: {
            /** @description Sign the report off: it is submitted as it was signed */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly returnReport: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly report: number;
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Return a report to its proposer */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly verifyMilestone: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly report: number;
                    /**
                     * @description 10000 = met in full.
                     * @default 10000
                     */
                    readonly payableBasisPoints?: number;
                    /**
                     * @description What becomes of the money that is not payable, where it is met in part.
                     * @enum {string}
                     */
                    readonly rest?: "carried" | "cancelled";
                    /** @default  */
                    readonly note?: string;
                };
            };
        };
        readonly responses: {
            /** @description Verify a milestone, in full or in part */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly rejectMilestone: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly report: number;
                    /**
                     * @description What becomes of the money that is not payable.
                     * @enum {string}
                     */
                    readonly rest: "carried" | "cancelled";
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Say that a milestone is not met */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeWaiver: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description What becomes of the money that is not payable.
                     * @enum {string}
                     */
                    readonly rest: "carried" | "cancelled";
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Propose to ask for a milestone no more */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseWaiver: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse a waiver */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly waiveMilestone: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @description The amount that the approver was shown as at stake: refused where it is another by now. Absent = not said. */
                    readonly amount?: {
                        readonly amount: string;
                        /**
                         * @description ISO 4217
                         * @example USD
                         */
                        readonly currency: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Approve a waiver */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPortfolio: {
        readonly parameters: {
            readonly query?: {
                readonly proposer?: string | "";
                /** @description For itself, for proposers of their own projects, and for overseers. */
                readonly sponsor?: string | "";
                readonly country?: string | "";
                readonly theme?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The money of all published projects, by how sure it is, as far as the caller may know */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Portfolio"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getClock: {
        readonly parameters: {
            readonly query?: {
                /** @description Seconds to wait until the system is settled; for clock.operator. */
                readonly wait?: number;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Policy time, and whether the system is settled */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly advanceClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly to: string;
                };
            };
        };
        readonly responses: {
            /** @description Let policy time pass; trial installations only */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AdvancedClock"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listen: {
        readonly parameters: {
            readonly query?: {
                /** @description As Last-Event-ID, for a client that cannot send headers. */
                readonly cursor?: string;
                /** @description Only what concerns this project. */
                readonly project?: string | "";
                /** @description Also tell in events `work`, with LiveWork as data, how much waits for the caller: at once, and whenever it has changed. */
                readonly work?: "true" | "false";
            };
            readonly header?: {
                /** @description The id of the last event that the client has seen: it gets those after it. Goes before the query’s cursor. */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events as they happen, as far as the caller may learn of them */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listNotices: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those that were not read. */
                readonly unread?: "true" | "false";
                readonly limit?: number;
                /** @description The place behind which the page begins. */
                readonly cursor?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the caller is told of, the newest first */
            readonly 200: {
                headers: {
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly notices: readonly components["schemas"]["Notice"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        readonly unread: components["schemas"]["UnreadCount"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly muteNotices: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    /** @default [] */
                    readonly kinds?: readonly ("project" | "milestone" | "funding" | "offer" | "agreement" | "payment" | "passport" | "reminder" | "match" | "bank-account" | "approval-rules" | "delegation")[];
                    /** @default [] */
                    readonly projects?: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Say of which kinds and projects nothing is to be told */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly readNotices: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The place of the newest notice that was read. */
                    readonly upTo: string;
                };
            };
        };
        readonly responses: {
            /** @description Mark notices as read, up to a place */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getSettings: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The caller’s own settings */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Settings"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly changeSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly language?: "en" | "ja" | "zh-Hans" | "ko" | "th" | "vi" | "id" | "hi" | "bn";
                    /**
                     * @description A time zone of the IANA database; empty = the browser's own.
                     * @default
                     */
                    readonly timeZone?: string;
                    /** @enum {string} */
                    readonly density: "comfortable" | "compact";
                    /** @default false */
                    readonly shortcutsOff?: boolean;
                    /**
                     * @description Where mail goes; empty = nowhere.
                     * @default
                     */
                    readonly mail?: string;
                    /**
                     * @description Empty = off.
                     * @enum {string}
                     */
                    readonly digest?: "off" | "daily" | "weekly";
                };
            };
        };
        readonly responses: {
            /** @description Change one’s own settings */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listSearches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "Junkan-Position"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The searches that the caller keeps */
            readonly 200: {
                headers: {
                    readonly "Junkan-Position": components["headers"]["Junkan-Position"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly searches: readonly components["schemas"]["SavedSearch"][];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly saveSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    /** @enum {string} */
                    readonly list: "projects" | "matches" | "milestones" | "work";
                    /**
                     * @description What stands behind the question mark of its address.
                     * @default
                     */
                    readonly query?: string;
                    /**
                     * @description Whether new finds are told. Of matches alone.
                     * @default false
                     */
                    readonly tell?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Keep a search */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly changeSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly name: string;
                    /** @enum {string} */
                    readonly list: "projects" | "matches" | "milestones" | "work";
                    /**
                     * @description What stands behind the question mark of its address.
                     * @default
                     */
                    readonly query?: string;
                    /**
                     * @description Whether new finds are told. Of matches alone.
                     * @default false
                     */
                    readonly tell?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Change a search that was kept */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly removeSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly number: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Remove a search that was kept */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly proposeEnvelopeEnd: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * Format: date
                     * @description The last day that the period is to have.
                     */
                    readonly periodEnd: string;
                    /** @description Why. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Propose another last day for the period of a budget envelope */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly confirmEnvelopeEnd: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The number of the proposal. */
                    readonly proposal: number;
                };
            };
        };
        readonly responses: {
            /** @description Confirm, as a second person, the last day that was proposed; what the envelope backs is paid out until then */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly refuseEnvelopeEnd: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description The same key with the same request has one effect and one answer. */
                readonly "Idempotency-Key": string;
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description The number of the proposal. */
                    readonly proposal: number;
                    /** @description Why. */
                    readonly note: string;
                };
            };
        };
        readonly responses: {
            /** @description Refuse the last day that was proposed; the period stays as it is */
            readonly 200: {
                headers: {
                    /** @description The version of the item. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Outcome"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 401: components["responses"]["NoToken"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["Stale"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 415: components["responses"]["NotJson"];
            readonly 422: components["responses"]["AgainstARule"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicDay: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What day it is here: a trial has a date of its own */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: date */
                        readonly date: string;
                        readonly trial: boolean;
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicTotals: {
        readonly parameters: {
            readonly query?: {
                readonly proposer?: string | "";
                readonly country?: string | "";
                readonly theme?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The money of all published projects, by how sure it is, and how many there are */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description By stage and currency. A unit is in the surest stage that it has come to; `offered` stands beside `sought`. */
                        readonly stages: readonly {
                            /**
                             * @description How sure the money is: the least sure first.
                             * @enum {string}
                             */
                            readonly stage: "sought" | "offered" | "accepted" | "committed" | "in-payment" | "settled";
                            readonly amount: components["schemas"]["Money"];
                        }[];
                        /** @description Every project, and every unit of money, is in one of them alone. */
                        readonly byCountries: readonly components["schemas"]["CountriesSum"][];
                        /** @description How many: in `counts`, one of several countries or themes in each of them. */
                        readonly projects: {
                            readonly count: number;
                            readonly counts: {
                                readonly [key: string]: {
                                    readonly [key: string]: number;
                                };
                            };
                        };
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicFlow: {
        readonly parameters: {
            readonly query?: {
                readonly proposer?: string | "";
                readonly country?: string | "";
                readonly theme?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The money of published projects by their countries and status */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description One for each currency. */
                        readonly pictures: readonly components["schemas"]["FlowPicture"][];
                        readonly flows: readonly components["schemas"]["Flow"][];
                        /** @description Whether there are more flows than are told; the stages hold all. */
                        readonly moreFlows: boolean;
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicPlaces: {
        readonly parameters: {
            readonly query?: {
                readonly proposer?: string | "";
                readonly theme?: string | "";
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How many published projects each country has */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description The country with most projects first. */
                        readonly places: readonly {
                            readonly country: string;
                            readonly projects: number;
                        }[];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listPublicProjects: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "title" | "-title" | "amount" | "-amount" | "due" | "-due" | "status" | "-status" | "country" | "-country") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                /** @description Words of titles, descriptions, plans, places, proposers and references, in any language; "…" for a phrase. */
                readonly q?: string;
                readonly status?: string;
                readonly proposer?: string;
                /** @description ISO 3166-1 alpha-2 codes, with commas between. */
                readonly country?: string;
                readonly theme?: string;
                /** @description Cells of two degrees, by their corner in the south-west, with commas between. */
                readonly cell?: string;
                /** @description Fields of which an item must have every value, not just any. */
                readonly all?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Published projects: by what is asked of them, or searched for */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly projects: readonly components["schemas"]["Project"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                        /** @description By project; of those that have an agreement in force, or had one. */
                        readonly progress: {
                            readonly [key: string]: components["schemas"]["Progress"];
                        };
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicMap: {
        readonly parameters: {
            readonly query?: {
                readonly currency?: string | "";
                /** @description A decimal in the currency that is asked for. */
                readonly amountFrom?: string;
                /** @description A decimal in the currency that is asked for. */
                readonly amountTo?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                /** @description Words of titles, descriptions, plans, places, proposers and references, in any language; "…" for a phrase. */
                readonly q?: string;
                readonly status?: string;
                readonly proposer?: string;
                /** @description ISO 3166-1 alpha-2 codes, with commas between. */
                readonly country?: string;
                readonly theme?: string;
                /** @description Cells of two degrees, by their corner in the south-west, with commas between. */
                readonly cell?: string;
                /** @description Fields of which an item must have every value, not just any. */
                readonly all?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Where published projects stand, by what is asked of them */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicMap"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listPublicMilestones: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "updated" | "-updated" | "title" | "-title" | "amount" | "-amount" | "due" | "-due" | "status" | "-status") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly dueFrom?: string | "";
                readonly dueTo?: string | "";
                readonly project?: string;
                readonly proposer?: string;
                readonly status?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Milestones of published projects, and whether they are paid */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly milestones: readonly components["schemas"]["Milestone"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                        /** @description By milestone. */
                        readonly payments: {
                            readonly [key: string]: components["schemas"]["Paid"];
                        };
                        /** @description By project; of those that have an agreement in force, or had one. */
                        readonly progress: {
                            readonly [key: string]: components["schemas"]["Progress"];
                        };
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicProject: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is public of a project */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Project"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicProposer: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A city or agency */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Proposer"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getPublicSponsor: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A sponsor */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Sponsor"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listPublicMandates: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
                readonly cursor?: string;
                /** @description A field, with - before it for the greatest first. Without it, in the usual order of the list. */
                readonly sort?: ("created" | "-created" | "title" | "-title" | "amount" | "-amount" | "updated" | "-updated") | "";
                /** @description Fields of whose values counts are wanted, each under all filters but its own. */
                readonly counts?: string;
                readonly sponsor?: string;
                readonly status?: string;
                /** @description ISO 3166-1 alpha-2 codes, with commas between. */
                readonly country?: string;
                readonly theme?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What sponsors look for: mandates that are in force, or paused */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    /** @description RFC 8288: the next page (`rel="next"`), where one follows. */
                    readonly Link?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly mandates: readonly components["schemas"]["Mandate"][];
                        readonly names?: components["schemas"]["Names"];
                        /** @description Leads to the next page; only where one follows. */
                        readonly nextCursor?: string;
                        /** @description All items that pass the filters: exact up to a bound. */
                        readonly total: {
                            readonly count: number;
                            /** @description Whether there are more than that. */
                            readonly more: boolean;
                        };
                        /** @description By field and value, under all filters but those on the field itself; of the fields that were asked for. */
                        readonly counts: {
                            readonly [key: string]: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly matched?: components["schemas"]["Matched"];
                        /** @description What was probably meant, where nothing is found by what was typed. */
                        readonly corrected?: string;
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly listLists: {
        readonly parameters: {
            readonly query?: {
                /** @description A BCP 47 tag, as `zh-Hans`: every list then tells its codes with their names in this language. */
                readonly language?: string;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The controlled lists of the installation */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly lists: readonly {
                            /** @description The name of the list. */
                            readonly list: string;
                            /** @description How many codes it has. */
                            readonly entries: number;
                            /** @description Where `language` was asked for: what each code is called in it, in English where it has no name in it. */
                            readonly codes?: readonly {
                                readonly code: string;
                                readonly name: string;
                            }[];
                        }[];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly getList: {
        readonly parameters: {
            readonly query?: {
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly list: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The codes of a controlled list, with their names in several languages */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ControlledList"];
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
    readonly findPlaces: {
        readonly parameters: {
            readonly query?: {
                /** @description How the name begins, in whatever letters and with or without their marks; nothing is found by nothing. */
                readonly q?: string;
                readonly country?: string | "";
                readonly limit?: number;
                /** @description `names`: the answer tells what the organisations, projects, mandates and persons in it are called. */
                readonly with?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Places of the gazetteer by the beginning of their names, the largest first */
            readonly 200: {
                headers: {
                    /** @description Of the answer: a request that sends it as If-None-Match is answered 304 while it is the same. */
                    readonly ETag?: string;
                    /** @description For how long a copy may be kept and given to others. */
                    readonly "Cache-Control"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly places: readonly components["schemas"]["Place"][];
                        readonly names?: components["schemas"]["Names"];
                    };
                };
            };
            readonly 400: components["responses"]["Malformed"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooMany"];
            readonly 503: components["responses"]["Unavailable"];
            readonly 504: components["responses"]["Late"];
        };
    };
}
