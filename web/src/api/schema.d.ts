export interface paths {
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ChangesController_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionsController_mine"];
        put?: never;
        post: operations["SessionsController_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionsController_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionsController_me"];
        put?: never;
        post?: never;
        delete: operations["SessionsController_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SessionsController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["UsersController_list"];
        put?: never;
        post: operations["UsersController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["UsersController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["UsersController_change"];
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DepartmentsController_list"];
        put?: never;
        post: operations["DepartmentsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["DepartmentsController_change"];
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OrganizationsController_list"];
        put?: never;
        post: operations["OrganizationsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OrganizationsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["OrganizationsController_change"];
        trace?: never;
    };
    "/api/v1/attribute-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OrganizationsController_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ContactsController_list"];
        put?: never;
        post: operations["ContactsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ContactsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["ContactsController_change"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/employments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ContactsController_jobs"];
        put?: never;
        post: operations["ContactsController_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/employments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ContactsController_removeJob"];
        options?: never;
        head?: never;
        patch: operations["ContactsController_changeJob"];
        trace?: never;
    };
    "/api/v1/organizations/{id}/buying-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BuyingRolesController_list"];
        put?: never;
        post: operations["BuyingRolesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buying-roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["BuyingRolesController_remove"];
        options?: never;
        head?: never;
        patch: operations["BuyingRolesController_change"];
        trace?: never;
    };
    "/api/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SuppressionsController_list"];
        put?: never;
        post: operations["SuppressionsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SuppressionsController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/of/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SuppressionsController_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SuppressionsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{id}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SuppressionsController_lift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PrivacyController_list"];
        put?: never;
        post: operations["PrivacyController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PrivacyController_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PrivacyController_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/by-external-id/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["UpsertsController_organization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/by-external-id/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["UpsertsController_contact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["UpsertsController_organizationBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["UpsertsController_contactBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportsController_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportsController_list"];
        put?: never;
        post: operations["ImportsController_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ImportsController_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ImportsController_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ImportsController_dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ImportsController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ImportsController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportsController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/refusals.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportsController_refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/warnings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ImportsController_warnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PropositionsController_list"];
        put?: never;
        post: operations["PropositionsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propositions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PropositionsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propositions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PropositionsController_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["PresenceController_here"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["VersionsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["VersionsController_edit"];
        trace?: never;
    };
    "/api/v1/versions/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["VersionsController_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/authors/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["VersionsController_addAuthor"];
        post?: never;
        delete: operations["VersionsController_removeAuthor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/citations/{themeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["VersionsController_cite"];
        post?: never;
        delete: operations["VersionsController_removeCitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApprovalsController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ApprovalsController_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ApprovalsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ApprovalsController_decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DelegationsController_list"];
        put?: never;
        post: operations["DelegationsController_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["DelegationsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/internal-objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["InternalObjectionsController_list"];
        put?: never;
        post: operations["InternalObjectionsController_raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal-objections/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["InternalObjectionsController_resolve"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CommentsController_list"];
        put?: never;
        post: operations["CommentsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mobilisation-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MobilisationItemsController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/mobilisation-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MobilisationItemsController_list"];
        put?: never;
        post: operations["MobilisationItemsController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mobilisation-items/{id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["MobilisationItemsController_complete"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mobilisation-items/{id}/waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["MobilisationItemsController_waive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LifecycleController_blockers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/going-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LifecycleController_goLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LifecycleController_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TranslationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/translations/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["TranslationsController_put"];
        post?: never;
        delete: operations["TranslationsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propositions/{id}/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AssetsController_list"];
        put?: never;
        post: operations["AssetsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AssetsController_get"];
        put?: never;
        post?: never;
        delete: operations["AssetsController_remove"];
        options?: never;
        head?: never;
        patch: operations["AssetsController_change"];
        trace?: never;
    };
    "/api/v1/propositions/{id}/peers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeersController_list"];
        put?: never;
        post: operations["PeersController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/peers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeersController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["PeersController_change"];
        trace?: never;
    };
    "/api/v1/peers/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PeersController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propositions/{id}/expert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ExpertsController_get"];
        put: operations["ExpertsController_name"];
        post?: never;
        delete: operations["ExpertsController_release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortsController_list"];
        put?: never;
        post: operations["CohortsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["CohortsController_change"];
        trace?: never;
    };
    "/api/v1/cohort-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CohortPreviewsController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortPreviewsController_previewOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts/{id}/excluded-organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortPreviewsController_organizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts/{id}/excluded-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CohortPreviewsController_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohort-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RulesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RulesController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts/{id}/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SnapshotsController_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SnapshotsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/snapshots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SnapshotsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/snapshots/{id}/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SnapshotsController_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/snapshots/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SnapshotsController_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ClaimsController_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ClaimsController_renew"];
        post?: never;
        delete: operations["ClaimsController_giveBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TasksController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TasksController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/reassignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TasksController_reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TasksController_snooze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["OwnershipsController_get"];
        put?: never;
        post: operations["OwnershipsController_reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DispositionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AbsencesController_list"];
        put?: never;
        post: operations["AbsencesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QueueController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue-buffer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QueueBufferController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ClosedDaysController_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closed-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ClosedDaysController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closed-days/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ClosedDaysController_open"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PlaysController_list"];
        put?: never;
        post: operations["PlaysController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plays/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PlaysController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PlaysController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["PlaysController_change"];
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CampaignsController_list"];
        put?: never;
        post: operations["CampaignsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CampaignsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["CampaignsController_change"];
        trace?: never;
    };
    "/api/v1/campaigns/{id}/preflight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CampaignsController_blockers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CampaignsController_launch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CampaignsController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CampaignsController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CampaignsController_abort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/waves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CampaignsController_waves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/waves/{ordinal}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CampaignsController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonitorController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonitorController_progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonitorController_pace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonitorController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonitorController_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/coverage/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MonitorController_byOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EnrolmentsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EnrolmentsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EnrolmentsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments/{id}/exclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EnrolmentsController_exclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EnrolmentsController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments/exclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EnrolmentsController_excludeMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrolments/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["EnrolmentsController_retryMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["EnrolmentsController_dispatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["EnrolmentsController_settle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BriefController_brief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/mail-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MailPreviewsController_show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plays/mail-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MailPreviewsController_showStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merge-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MailPreviewsController_mergeFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/power": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PowerController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ConversationsController_list"];
        put?: never;
        post: operations["ConversationsController_log"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ConversationsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/meeting.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ConversationsController_meeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/task-resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ResolutionsController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ThemesController_list"];
        put?: never;
        post: operations["ThemesController_raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ThemesController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ThemesController_decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propositions/{id}/theme-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ThemesController_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/scoreboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ScoreboardController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scoreboard/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PeopleController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LessonsController_list"];
        put?: never;
        post: operations["LessonsController_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lessons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LessonsController_get"];
        put?: never;
        post?: never;
        delete: operations["LessonsController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lessons/{id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LessonsController_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LessonsController_fitting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/group-conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GroupSessionsController_list"];
        put?: never;
        post: operations["GroupSessionsController_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/group-conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GroupSessionsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/buyer-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BuyerMapController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/buying-plans/{propositionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["BuyerMapController_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}/risks/{riskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["BuyerMapController_changeRisk"];
        trace?: never;
    };
    "/api/v1/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ResultsController_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ResultsController_trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["VerdictsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CheckInsController_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CheckInsController_list"];
        put?: never;
        post: operations["CheckInsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CheckInsController_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CheckInsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CheckInsController_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/{id}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CheckInsController_told"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/{id}/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CheckInsController_cohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-ins/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CheckInsController_drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NeedsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["NeedsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/cohort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["NeedsController_suggest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["NeedsController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-in-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CheckInQuestionsController_list"];
        put?: never;
        post: operations["CheckInQuestionsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check-in-questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["CheckInQuestionsController_retire"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/captured-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CapturedMailController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["InboundMailsController_list"];
        put?: never;
        post: operations["InboundMailsController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-mails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["InboundMailsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-mails/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["InboundMailsController_match"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbound-mails/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["InboundMailsController_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MailboxesController_list"];
        put?: never;
        post: operations["MailboxesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mailboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MailboxesController_get"];
        put?: never;
        post?: never;
        delete: operations["MailboxesController_remove"];
        options?: never;
        head?: never;
        patch: operations["MailboxesController_change"];
        trace?: never;
    };
    "/api/v1/mailboxes/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MailboxesController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expert-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expert-questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QuestionsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expert-questions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionsController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expert-questions/{id}/mail-settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionsController_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/propositions/{id}/page-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PageViewsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SendersController_list"];
        put?: never;
        post: operations["SendersController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/senders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SendersController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["SendersController_change"];
        trace?: never;
    };
    "/api/v1/senders/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SendersController_setState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/senders/{id}/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SendersController_trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SendersController_ofCampaign"];
        put: operations["SendersController_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WebhooksController_list"];
        put?: never;
        post: operations["WebhooksController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WebhooksController_get"];
        put?: never;
        post?: never;
        delete: operations["WebhooksController_remove"];
        options?: never;
        head?: never;
        patch: operations["WebhooksController_change"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WebhooksController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WebhooksController_replayFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WebhooksController_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WebhooksController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DispatchingController_get"];
        put: operations["DispatchingController_turn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QueuesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["QueuesController_failed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/failed/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QueuesController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SavedViewsController_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SavedViewsController_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SavedViewsController_forget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SettingsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["SettingsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Credentials: {
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email: string;
            /** @example a long pass phrase */
            password: string;
        };
        UserView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email: string;
            /** @example Nancy Davolio */
            name: string;
            /** @example logistics */
            department: string;
            /**
             * @example [
             *       "executive",
             *       "sales_ops"
             *     ]
             */
            roles: ("executive" | "sales_ops" | "rep" | "manager" | "admin")[];
            /**
             * @example active
             * @enum {string}
             */
            state: "active" | "disabled";
            /** @example 1 */
            revision: number;
        };
        TokenRequest: {
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email: string;
            /** @example a long pass phrase */
            password: string;
            /**
             * @description what the token is for
             * @example CRM sync
             */
            label?: string;
        };
        TokenView: {
            token: string;
            /** @example 2027-02-20T09:00:00Z */
            expiresAt: string;
        };
        NewUser: {
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email: string;
            /** @example Nancy Davolio */
            name: string;
            /**
             * @description a code of GET /departments
             * @example logistics
             */
            department: string;
            /**
             * @example [
             *       "executive",
             *       "sales_ops"
             *     ]
             */
            roles: ("executive" | "sales_ops" | "rep" | "manager" | "admin")[];
            /** @description left out: the user cannot sign in with a password yet */
            password?: string;
        };
        UserChange: {
            name?: string;
            department?: string;
            /**
             * @example [
             *       "executive",
             *       "sales_ops"
             *     ]
             */
            roles?: ("executive" | "sales_ops" | "rep" | "manager" | "admin")[];
            /**
             * @example active
             * @enum {string}
             */
            state?: "active" | "disabled";
            password?: string;
        };
        DepartmentView: {
            /** @example logistics */
            code: string;
            /** @example Logistics */
            name: string;
            /**
             * @description sales and marketing: they alone cannot approve a proposition
             * @example true
             */
            commercial: boolean;
        };
        Departments: {
            items: components["schemas"]["DepartmentView"][];
            nextCursor: string | null;
        };
        NewDepartment: {
            /**
             * @description stays for good
             * @example quality
             */
            code: string;
            /** @example Quality */
            name: string;
            /**
             * @description sales and marketing: they alone cannot approve a proposition
             * @example true
             */
            commercial?: boolean;
        };
        DepartmentChange: {
            name?: string;
            /**
             * @description sales and marketing: they alone cannot approve a proposition
             * @example true
             */
            commercial?: boolean;
        };
        OrganizationView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            name: string;
            externalId: string | null;
            domain: string | null;
            website: string | null;
            industry: string | null;
            sector: string | null;
            employees: number | null;
            revenueMinor: number | null;
            revenueCurrency: string | null;
            founded: number | null;
            /** @example DE */
            country: string | null;
            region: string | null;
            city: string | null;
            postalCode: string | null;
            address: string | null;
            /** @example Europe/Berlin */
            timeZone: string | null;
            phone: string | null;
            /**
             * @example prospect
             * @enum {string}
             */
            relationship: "prospect" | "customer" | "former_customer" | "competitor_customer";
            tags: string[];
            /**
             * @example {
             *       "fleet size": 12
             *     }
             */
            attributes: {
                [key: string]: unknown;
            };
            /** @example false */
            madeUp: boolean;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        NewOrganization: {
            /**
             * @description the id in your own system; unique
             * @example ALFKI
             */
            externalId?: string | null;
            /** @example alfreds.example */
            domain?: string | null;
            /** @example https://www.alfreds.example */
            website?: string | null;
            /** @example Food retail */
            industry?: string | null;
            /** @example Consumer staples */
            sector?: string | null;
            /** @example 120 */
            employees?: number | null;
            /**
             * @description a year, in minor units (cents)
             * @example 120000000
             */
            revenueMinor?: number | null;
            /** @example EUR */
            revenueCurrency?: string | null;
            /** @example 1902 */
            founded?: number | null;
            /**
             * @description a name or an ISO 3166 code; kept as alpha-2
             * @example Germany
             */
            country?: string | null;
            /** @example Berlin */
            region?: string | null;
            /** @example Berlin */
            city?: string | null;
            /** @example 12209 */
            postalCode?: string | null;
            /** @example Obere Str. 57 */
            address?: string | null;
            /**
             * @description left out: told by the place where one zone is certain
             * @example Europe/Berlin
             */
            timeZone?: string | null;
            /**
             * @description kept as E.164
             * @example +49300074321
             */
            phone?: string | null;
            /**
             * @example prospect
             * @enum {string}
             */
            relationship?: "prospect" | "customer" | "former_customer" | "competitor_customer";
            /**
             * @example [
             *       "key account"
             *     ]
             */
            tags?: string[];
            /**
             * @description custom attributes, laid over the stored ones; null takes one away
             * @example {
             *       "fleet size": 12
             *     }
             */
            attributes?: {
                [key: string]: unknown;
            };
            /**
             * @description invented for a demonstration
             * @example false
             */
            madeUp?: boolean;
            /** @example Alfreds Futterkiste */
            name: string;
        };
        OrganizationChange: {
            /**
             * @description the id in your own system; unique
             * @example ALFKI
             */
            externalId?: string | null;
            /** @example alfreds.example */
            domain?: string | null;
            /** @example https://www.alfreds.example */
            website?: string | null;
            /** @example Food retail */
            industry?: string | null;
            /** @example Consumer staples */
            sector?: string | null;
            /** @example 120 */
            employees?: number | null;
            /**
             * @description a year, in minor units (cents)
             * @example 120000000
             */
            revenueMinor?: number | null;
            /** @example EUR */
            revenueCurrency?: string | null;
            /** @example 1902 */
            founded?: number | null;
            /**
             * @description a name or an ISO 3166 code; kept as alpha-2
             * @example Germany
             */
            country?: string | null;
            /** @example Berlin */
            region?: string | null;
            /** @example Berlin */
            city?: string | null;
            /** @example 12209 */
            postalCode?: string | null;
            /** @example Obere Str. 57 */
            address?: string | null;
            /**
             * @description left out: told by the place where one zone is certain
             * @example Europe/Berlin
             */
            timeZone?: string | null;
            /**
             * @description kept as E.164
             * @example +49300074321
             */
            phone?: string | null;
            /**
             * @example prospect
             * @enum {string}
             */
            relationship?: "prospect" | "customer" | "former_customer" | "competitor_customer";
            /**
             * @example [
             *       "key account"
             *     ]
             */
            tags?: string[];
            /**
             * @description custom attributes, laid over the stored ones; null takes one away
             * @example {
             *       "fleet size": 12
             *     }
             */
            attributes?: {
                [key: string]: unknown;
            };
            /**
             * @description invented for a demonstration
             * @example false
             */
            madeUp?: boolean;
            /** @example Alfreds Futterkiste */
            name?: string;
        };
        AttributeFieldView: {
            /**
             * @example organization
             * @enum {string}
             */
            scope: "organization" | "contact";
            /** @example fleet size */
            name: string;
            /**
             * @example text
             * @enum {string}
             */
            type: "text" | "number" | "boolean" | "date";
        };
        AttributeFieldsView: {
            items: components["schemas"]["AttributeFieldView"][];
            nextCursor: string | null;
        };
        ContactView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            name: string;
            externalId: string | null;
            givenName: string | null;
            familyName: string | null;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email: string | null;
            /**
             * @example unverified
             * @enum {string}
             */
            emailState: "unverified" | "valid" | "risky" | "invalid" | "bounced" | "corrected";
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            emailCheckedAt: string | null;
            /**
             * @description why the address is in this state
             * @example no_such_domain
             */
            emailReason: string | null;
            /**
             * @description the address that was probably meant
             * @example maria@gmail.com
             */
            emailSuggestion: string | null;
            /**
             * @description who says so
             * @example verification
             * @enum {string|null}
             */
            emailSource: "verification" | "person" | "delivery" | null;
            phone: string | null;
            /**
             * @example unverified
             * @enum {string}
             */
            phoneState: "unverified" | "valid" | "risky" | "invalid" | "corrected";
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            phoneCheckedAt: string | null;
            /**
             * @description why the number is in this state
             * @example not_in_use
             */
            phoneReason: string | null;
            /** @example mobile */
            phoneType: string | null;
            /**
             * @description who says so
             * @example verification
             * @enum {string|null}
             */
            phoneSource: "verification" | "person" | "delivery" | null;
            language: string | null;
            timeZone: string | null;
            /**
             * @example any
             * @enum {string}
             */
            preference: "any" | "no_email" | "no_calls" | "we_contact_you";
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            notBefore: string | null;
            /**
             * @example legitimate_interest
             * @enum {string}
             */
            lawfulBasis: "legitimate_interest" | "consent" | "contract" | "customer";
            attributes: {
                [key: string]: unknown;
            };
            /** @example false */
            madeUp: boolean;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            erasedAt: string | null;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        NewContact: {
            /** @description the id in your own system; unique */
            externalId?: string | null;
            /** @example Maria */
            givenName?: string | null;
            /** @example Anders */
            familyName?: string | null;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email?: string | null;
            /**
             * @description kept as E.164
             * @example +49300074321
             */
            phone?: string | null;
            /** @example de */
            language?: string | null;
            /**
             * @description empty: that of the organization
             * @example Europe/Berlin
             */
            timeZone?: string | null;
            /**
             * @example any
             * @enum {string}
             */
            preference?: "any" | "no_email" | "no_calls" | "we_contact_you";
            /**
             * Format: date-time
             * @description no campaign touches the person before
             * @example 2026-12-01T09:00:00Z
             */
            notBefore?: string | null;
            /**
             * @example legitimate_interest
             * @enum {string}
             */
            lawfulBasis?: "legitimate_interest" | "consent" | "contract" | "customer";
            /** @description custom attributes, laid over the stored ones; null takes one away */
            attributes?: {
                [key: string]: unknown;
            };
            /** @example false */
            madeUp?: boolean;
            /** @example Maria Anders */
            name: string;
            /**
             * Format: uuid
             * @description where the person works
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId?: string;
            /** @example Sales Representative */
            title?: string | null;
            department?: string | null;
        };
        ContactChange: {
            /** @description the id in your own system; unique */
            externalId?: string | null;
            /** @example Maria */
            givenName?: string | null;
            /** @example Anders */
            familyName?: string | null;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email?: string | null;
            /**
             * @description kept as E.164
             * @example +49300074321
             */
            phone?: string | null;
            /** @example de */
            language?: string | null;
            /**
             * @description empty: that of the organization
             * @example Europe/Berlin
             */
            timeZone?: string | null;
            /**
             * @example any
             * @enum {string}
             */
            preference?: "any" | "no_email" | "no_calls" | "we_contact_you";
            /**
             * Format: date-time
             * @description no campaign touches the person before
             * @example 2026-12-01T09:00:00Z
             */
            notBefore?: string | null;
            /**
             * @example legitimate_interest
             * @enum {string}
             */
            lawfulBasis?: "legitimate_interest" | "consent" | "contract" | "customer";
            /** @description custom attributes, laid over the stored ones; null takes one away */
            attributes?: {
                [key: string]: unknown;
            };
            /** @example false */
            madeUp?: boolean;
            /** @example Maria Anders */
            name?: string;
        };
        EmploymentView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            title: string | null;
            department: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            since: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            until: string | null;
        };
        EmploymentsView: {
            items: components["schemas"]["EmploymentView"][];
            nextCursor: string | null;
        };
        NewEmployment: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Head of Logistics */
            title?: string | null;
            department?: string | null;
            /**
             * Format: date
             * @description today where left out
             * @example 2026-12-01
             */
            since?: string;
            /**
             * @description true: the person keeps the other jobs as well
             * @example false
             */
            keepOthers?: boolean;
        };
        EmploymentChange: {
            title?: string | null;
            department?: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            since?: string | null;
            /**
             * Format: date
             * @description the day the job ended; null: still there
             * @example 2026-12-01
             */
            until?: string | null;
        };
        BuyingGroupMemberView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @example low
             * @enum {string}
             */
            confidence: "low" | "medium" | "high";
            attitude: number | null;
            influence: number | null;
            preferredSupplier: string | null;
            /**
             * @example person
             * @enum {string}
             */
            source: "person" | "import" | "title" | "conversation";
            /** @example Maria Anders */
            contactName: string;
            /** @example Owner */
            title: string | null;
        };
        BuyingGroupView: {
            items: components["schemas"]["BuyingGroupMemberView"][];
            nextCursor: string | null;
        };
        NewBuyingRole: {
            /**
             * @example low
             * @enum {string}
             */
            confidence?: "low" | "medium" | "high";
            /**
             * @description -2 against us … 2 for us
             * @example 1
             */
            attitude?: number | null;
            /**
             * @description 1 little … 5 much
             * @example 4
             */
            influence?: number | null;
            /** @example Exotic Liquids */
            preferredSupplier?: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
        };
        BuyingRoleView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @example low
             * @enum {string}
             */
            confidence: "low" | "medium" | "high";
            attitude: number | null;
            influence: number | null;
            preferredSupplier: string | null;
            /**
             * @example person
             * @enum {string}
             */
            source: "person" | "import" | "title" | "conversation";
        };
        BuyingRoleChange: {
            /**
             * @example low
             * @enum {string}
             */
            confidence?: "low" | "medium" | "high";
            /**
             * @description -2 against us … 2 for us
             * @example 1
             */
            attitude?: number | null;
            /**
             * @description 1 little … 5 much
             * @example 4
             */
            influence?: number | null;
            /** @example Exotic Liquids */
            preferredSupplier?: string | null;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role?: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
        };
        SuppressionView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example contact
             * @enum {string}
             */
            kind: "contact" | "address" | "domain" | "organization" | "phone" | "address_hash" | "phone_hash";
            value: string;
            /**
             * @example unsubscribe
             * @enum {string}
             */
            reason: "unsubscribe" | "do_not_call" | "hard_bounce" | "complaint" | "legal" | "manual" | "competitor";
            note: string | null;
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            liftedAt: string | null;
            liftedBy: string | null;
            liftReason: string | null;
        };
        NewSuppressionRequest: {
            /**
             * @example contact
             * @enum {string}
             */
            kind: "contact" | "address" | "domain" | "organization" | "phone";
            /**
             * @description an id of a contact or organization, an address, a domain, or a phone number with its country code
             * @example maria.anders@example.com
             */
            value: string;
            /**
             * @example unsubscribe
             * @enum {string}
             */
            reason: "unsubscribe" | "do_not_call" | "hard_bounce" | "complaint" | "legal" | "manual" | "competitor";
            note?: string | null;
        };
        LineProblemView: {
            /** @example 12 */
            line: number;
            /**
             * @example kind
             * @enum {string}
             */
            code: "kind" | "reason" | "value" | "unreadable" | "note";
            message: string;
        };
        SuppressionListView: {
            /** @example 1200 */
            rows: number;
            /** @description suppressed from now on */
            added: number;
            /** @description were so already */
            present: number;
            refused: number;
            /** @description the first thousand */
            errors: components["schemas"]["LineProblemView"][];
        };
        StandingView: {
            /**
             * @description no touch may reach them now
             * @example true
             */
            suppressed: boolean;
        };
        LiftRequest: {
            /** @example Asked by phone to be written to again. */
            reason: string;
        };
        ConsentView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * @example given
             * @enum {string}
             */
            change: "given" | "withdrawn";
            /**
             * @example legitimate_interest
             * @enum {string}
             */
            basis: "legitimate_interest" | "consent" | "contract" | "customer";
            source: string;
            evidence: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /** @description a user’s id, or what acted without one */
            recordedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            recordedAt: string;
        };
        ConsentsView: {
            items: components["schemas"]["ConsentView"][];
            nextCursor: string | null;
        };
        NewConsent: {
            /**
             * @example given
             * @enum {string}
             */
            change: "given" | "withdrawn";
            /**
             * @example consent
             * @enum {string}
             */
            basis?: "legitimate_interest" | "consent" | "contract" | "customer";
            /**
             * @description where it was said
             * @example form on the fair in Hanover
             */
            source: string;
            /**
             * @description what shows it
             * @example card no. 4711, signed
             */
            evidence: string;
            /**
             * Format: date-time
             * @description when it was said; left out: now
             * @example 2026-12-01T09:00:00Z
             */
            at?: string;
        };
        PersonalDataView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            readAt: string;
            /**
             * @description every row that any room holds of the person, by what it is: contact, employments, conversations, dispatches …
             * @example {
             *       "contact": {
             *         "name": "Maria Anders"
             *       },
             *       "employments": []
             *     }
             */
            data: {
                [key: string]: unknown;
            };
        };
        ErasureRequest: {
            /**
             * @description without the person’s name
             * @example Asked for it by letter of 1 December.
             */
            reason: string;
        };
        ErasureView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            reason: string;
            /** @description a user’s id */
            erasedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            erasedAt: string;
        };
        EmployerReference: {
            /**
             * @description the organization’s id in your own system
             * @example ALFKI
             */
            externalId: string;
        };
        ContactUpsert: {
            /** @description the id in your own system; unique */
            externalId?: string | null;
            /** @example Maria */
            givenName?: string | null;
            /** @example Anders */
            familyName?: string | null;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email?: string | null;
            /**
             * @description kept as E.164
             * @example +49300074321
             */
            phone?: string | null;
            /** @example de */
            language?: string | null;
            /**
             * @description empty: that of the organization
             * @example Europe/Berlin
             */
            timeZone?: string | null;
            /**
             * @example any
             * @enum {string}
             */
            preference?: "any" | "no_email" | "no_calls" | "we_contact_you";
            /**
             * Format: date-time
             * @description no campaign touches the person before
             * @example 2026-12-01T09:00:00Z
             */
            notBefore?: string | null;
            /**
             * @example legitimate_interest
             * @enum {string}
             */
            lawfulBasis?: "legitimate_interest" | "consent" | "contract" | "customer";
            /** @description custom attributes, laid over the stored ones; null takes one away */
            attributes?: {
                [key: string]: unknown;
            };
            /** @example false */
            madeUp?: boolean;
            /** @example Maria Anders */
            name?: string;
            /** @description where the person works now, and nowhere else */
            organization?: components["schemas"]["EmployerReference"];
            /** @example Sales Representative */
            title?: string | null;
            department?: string | null;
            /**
             * @description added to those that the person has there
             * @example [
             *       "decision_maker"
             *     ]
             */
            roles?: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
        };
        OrganizationItem: {
            /**
             * @description the id in your own system
             * @example ALFKI
             */
            externalId: string | null;
            /** @example alfreds.example */
            domain?: string | null;
            /** @example https://www.alfreds.example */
            website?: string | null;
            /** @example Food retail */
            industry?: string | null;
            /** @example Consumer staples */
            sector?: string | null;
            /** @example 120 */
            employees?: number | null;
            /**
             * @description a year, in minor units (cents)
             * @example 120000000
             */
            revenueMinor?: number | null;
            /** @example EUR */
            revenueCurrency?: string | null;
            /** @example 1902 */
            founded?: number | null;
            /**
             * @description a name or an ISO 3166 code; kept as alpha-2
             * @example Germany
             */
            country?: string | null;
            /** @example Berlin */
            region?: string | null;
            /** @example Berlin */
            city?: string | null;
            /** @example 12209 */
            postalCode?: string | null;
            /** @example Obere Str. 57 */
            address?: string | null;
            /**
             * @description left out: told by the place where one zone is certain
             * @example Europe/Berlin
             */
            timeZone?: string | null;
            /**
             * @description kept as E.164
             * @example +49300074321
             */
            phone?: string | null;
            /**
             * @example prospect
             * @enum {string}
             */
            relationship?: "prospect" | "customer" | "former_customer" | "competitor_customer";
            /**
             * @example [
             *       "key account"
             *     ]
             */
            tags?: string[];
            /**
             * @description custom attributes, laid over the stored ones; null takes one away
             * @example {
             *       "fleet size": 12
             *     }
             */
            attributes?: {
                [key: string]: unknown;
            };
            /**
             * @description invented for a demonstration
             * @example false
             */
            madeUp?: boolean;
            /** @example Alfreds Futterkiste */
            name?: string;
        };
        NewOrganizationBatch: {
            items: components["schemas"]["OrganizationItem"][];
        };
        ItemProblemView: {
            /** @example attributes.fleet */
            field: string;
            /** @example unknown_attribute */
            code: string;
            message: string;
        };
        ItemView: {
            /** @example ALFKI */
            externalId: string;
            /**
             * @example created
             * @enum {string}
             */
            outcome: "created" | "updated" | "unchanged" | "refused";
            /**
             * Format: uuid
             * @description null where it was refused
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string | null;
            /**
             * @description why it was refused
             * @example attribute_not_found
             */
            code: string | null;
            message: string | null;
            errors: components["schemas"]["ItemProblemView"][];
        };
        BatchView: {
            /** @example 1 */
            created: number;
            updated: number;
            unchanged: number;
            refused: number;
            /** @description in the order of the request */
            items: components["schemas"]["ItemView"][];
        };
        ContactItem: {
            /**
             * @description the id in your own system
             * @example C-1001
             */
            externalId: string | null;
            /** @example Maria */
            givenName?: string | null;
            /** @example Anders */
            familyName?: string | null;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email?: string | null;
            /**
             * @description kept as E.164
             * @example +49300074321
             */
            phone?: string | null;
            /** @example de */
            language?: string | null;
            /**
             * @description empty: that of the organization
             * @example Europe/Berlin
             */
            timeZone?: string | null;
            /**
             * @example any
             * @enum {string}
             */
            preference?: "any" | "no_email" | "no_calls" | "we_contact_you";
            /**
             * Format: date-time
             * @description no campaign touches the person before
             * @example 2026-12-01T09:00:00Z
             */
            notBefore?: string | null;
            /**
             * @example legitimate_interest
             * @enum {string}
             */
            lawfulBasis?: "legitimate_interest" | "consent" | "contract" | "customer";
            /** @description custom attributes, laid over the stored ones; null takes one away */
            attributes?: {
                [key: string]: unknown;
            };
            /** @example false */
            madeUp?: boolean;
            /** @example Maria Anders */
            name?: string;
            /** @description where the person works now, and nowhere else */
            organization?: components["schemas"]["EmployerReference"];
            /** @example Sales Representative */
            title?: string | null;
            department?: string | null;
            /**
             * @description added to those that the person has there
             * @example [
             *       "decision_maker"
             *     ]
             */
            roles?: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
        };
        NewContactBatch: {
            items: components["schemas"]["ContactItem"][];
        };
        ImportFieldView: {
            /** @example organization.name */
            target: string;
            /** @example required */
            about: string;
        };
        ImportFieldsView: {
            items: components["schemas"]["ImportFieldView"][];
            nextCursor: string | null;
        };
        ColumnView: {
            /** @example CompanyName */
            column: string;
            /** @example organization.name */
            target: string | null;
            /**
             * @example high
             * @enum {string}
             */
            confidence: "high" | "medium" | "low" | "none";
            /**
             * @example [
             *       "Alfreds Futterkiste"
             *     ]
             */
            samples: string[];
        };
        ImportView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example organizations
             * @enum {string}
             */
            kind: "organizations" | "contacts" | "both";
            /** @example customers.csv */
            filename: string;
            /**
             * @example uploading
             * @enum {string}
             */
            state: "uploading" | "uploaded" | "queued" | "running" | "checked" | "done" | "failed" | "undoing" | "undone";
            /**
             * @description the counts are those of a dry run, which wrote nothing
             * @example true
             */
            dryRun: boolean;
            failure: string | null;
            /** @description of the file */
            bytes: number;
            bytesRead: number;
            /** @description created + updated + unchanged + refused */
            rows: number;
            created: number;
            updated: number;
            unchanged: number;
            /** @description rows: see refusals.csv */
            refused: number;
            /** @description fields left empty in rows that went in: see warnings.csv */
            warnings: number;
            /** @description changes that an undo took back */
            undone: number;
            /** @description changes that an undo could not take back: see changes */
            kept: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
            /** @example utf-8 */
            encoding: string | null;
            /** @example , */
            delimiter: string | null;
            columns: components["schemas"]["ColumnView"][];
            /** @description the first rows, as lists of cells */
            sample: {
                [key: string]: unknown;
            };
            /**
             * @example {
             *       "mapping": {
             *         "CompanyName": "organization.name"
             *       },
             *       "key": "externalId"
             *     }
             */
            plan: {
                [key: string]: unknown;
            } | null;
        };
        ImportSummary: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example organizations
             * @enum {string}
             */
            kind: "organizations" | "contacts" | "both";
            /** @example customers.csv */
            filename: string;
            /**
             * @example uploading
             * @enum {string}
             */
            state: "uploading" | "uploaded" | "queued" | "running" | "checked" | "done" | "failed" | "undoing" | "undone";
            /**
             * @description the counts are those of a dry run, which wrote nothing
             * @example true
             */
            dryRun: boolean;
            failure: string | null;
            /** @description of the file */
            bytes: number;
            bytesRead: number;
            /** @description created + updated + unchanged + refused */
            rows: number;
            created: number;
            updated: number;
            unchanged: number;
            /** @description rows: see refusals.csv */
            refused: number;
            /** @description fields left empty in rows that went in: see warnings.csv */
            warnings: number;
            /** @description changes that an undo took back */
            undone: number;
            /** @description changes that an undo could not take back: see changes */
            kept: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
        };
        ReadingRequest: {
            /** @example windows-1252 */
            encoding?: string;
            /**
             * @example comma
             * @enum {string}
             */
            delimiter?: "comma" | "semicolon" | "tab" | "pipe";
        };
        PlanRequest: {
            /**
             * @description column -> a target of GET /import-fields, or null
             * @example {
             *       "CompanyName": "organization.name",
             *       "Fax": null
             *     }
             */
            mapping: {
                [key: string]: unknown;
            };
            /**
             * @description what tells that a row is there already: externalId, domain or name of organizations, externalId or email of people
             * @example externalId
             * @enum {string}
             */
            key: "externalId" | "domain" | "name" | "email";
            /**
             * @description marks what the import makes as invented
             * @example false
             */
            madeUp?: boolean;
            /**
             * @description of organizations that the import makes
             * @example prospect
             * @enum {string}
             */
            relationship?: "prospect" | "customer" | "former_customer" | "competitor_customer";
            /**
             * @description target -> the cell that stands where a row has none
             * @example {
             *       "organization.country": "Germany"
             *     }
             */
            defaults?: {
                [key: string]: unknown;
            };
            /**
             * @description left out: told by the first cells
             * @example {
             *       "organization.attributes.fleet size": "number"
             *     }
             */
            attributeTypes?: {
                [key: string]: unknown;
            };
        };
        ImportChangeView: {
            /** @example 4711 */
            id: string;
            line: number;
            /**
             * @example organization
             * @enum {string}
             */
            entity: "organization" | "contact" | "employment" | "buying_role";
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            entityId: string;
            /** @description null: the import made it */
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            };
            /**
             * @description of an undo
             * @example undone
             * @enum {string|null}
             */
            outcome: "undone" | "in_use" | "changed_since" | "gone" | null;
        };
        VersionHead: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example 2 */
            number: number;
            /**
             * @example draft
             * @enum {string}
             */
            state: "draft" | "in_review" | "changes_requested" | "approved" | "mobilising" | "live" | "superseded" | "retired" | "rejected";
            /** @example 5 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            liveAt: string | null;
        };
        PropositionView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Vendor Managed Inventory */
            title: string;
            /** @example We keep your shelves filled; you stop counting. */
            summary: string;
            /**
             * @description of the buyers’ page: /p/{slug}
             * @example vendor-managed-inventory-0199a1b2
             */
            slug: string;
            /**
             * @description in which its versions are written
             * @example de
             */
            language: string;
            /**
             * @description of the newest version
             * @example draft
             * @enum {string}
             */
            state: "draft" | "in_review" | "changes_requested" | "approved" | "mobilising" | "live" | "superseded" | "retired" | "rejected";
            /**
             * Format: uuid
             * @description the version that campaigns may launch now
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            liveVersionId: string | null;
            /** @description newest first */
            versions: components["schemas"]["VersionHead"][];
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        NewProposition: {
            /** @example Vendor Managed Inventory */
            title: string;
            /** @example We keep your shelves filled; you stop counting. */
            summary?: string;
            /**
             * @description in which its versions are written; en, where left out
             * @example de
             */
            language?: string;
        };
        AuthorView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            userId: string;
            /** @example Andrew Fuller */
            name: string;
            /** @example logistics */
            department: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            addedAt: string;
        };
        CitationView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            themeId: string;
            /** @example Buyers fear a lock-in: terms now end with any month. */
            answer: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            addedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            addedAt: string;
        };
        ApprovalView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /** @example Vendor Managed Inventory */
            title: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example 2 */
            versionNumber: number;
            /**
             * @example draft
             * @enum {string}
             */
            versionState: "draft" | "in_review" | "changes_requested" | "approved" | "mobilising" | "live" | "superseded" | "retired" | "rejected";
            /**
             * @description each submission opens the next round
             * @example 1
             */
            round: number;
            /** @example finance */
            department: string;
            /**
             * @example pending
             * @enum {string}
             */
            state: "pending" | "approve" | "approve_with_changes" | "reject" | "recalled";
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            dueAt: string;
            /** @example true */
            overdue: boolean;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            decidedBy: string | null;
            /**
             * Format: uuid
             * @description set where a delegate decided
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            onBehalfOf: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            decidedAt: string | null;
            note: string | null;
        };
        WarningView: {
            /** @example not_radical */
            code: string;
            /** @example Nobody inside the company has objected. Is this radical enough? */
            message: string;
        };
        VersionView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /** @example Vendor Managed Inventory */
            title: string;
            /** @example 2 */
            number: number;
            /**
             * @example draft
             * @enum {string}
             */
            state: "draft" | "in_review" | "changes_requested" | "approved" | "mobilising" | "live" | "superseded" | "retired" | "rejected";
            customerProblem: string;
            promise: string;
            economics: string;
            versusCompetitors: string;
            versusNothing: string;
            narrative: string;
            /**
             * @example {
             *       "economic_buyer": "Stock is money that earns nothing."
             *     }
             */
            lenses: {
                [key: string]: unknown;
            };
            claims: string[];
            terms: string[];
            cohortRule: {
                [key: string]: unknown;
            } | null;
            cohortRationale: string;
            /**
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            requiredRoles: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            /**
             * @example [
             *       "finance",
             *       "logistics"
             *     ]
             */
            requiredDepartments: string[];
            /**
             * @example reduces
             * @enum {string|null}
             */
            salesRoleImpact: "reduces" | "neutral" | "increases" | null;
            mustLearn: string[];
            noObjectionsNote: string | null;
            authors: components["schemas"]["AuthorView"][];
            citations: components["schemas"]["CitationView"][];
            /** @description all rounds, newest first */
            approvals: components["schemas"]["ApprovalView"][];
            warnings: components["schemas"]["WarningView"][];
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            submittedAt: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            submittedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            approvedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            liveAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            endedBy: string | null;
            endedReason: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            createdBy: string;
            /** @example 5 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        CoAuthor: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            userId: string;
            /** @example Laura Callahan */
            name: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            seenAt: string;
        };
        PresenceView: {
            others: components["schemas"]["CoAuthor"][];
        };
        VersionChange: {
            customerProblem?: string;
            promise?: string;
            economics?: string;
            versusCompetitors?: string;
            versusNothing?: string;
            /** @description what every decision maker reads, whatever the role */
            narrative?: string;
            /**
             * @description by role: text added for it
             * @example {
             *       "economic_buyer": "Stock is idle money."
             *     }
             */
            lenses?: {
                [key: string]: unknown;
            };
            /**
             * @example [
             *       "Customers hold 20 % less stock after a year."
             *     ]
             */
            claims?: string[];
            /**
             * @example [
             *       "Ends with any month."
             *     ]
             */
            terms?: string[];
            /** @description a cohort rule */
            cohortRule?: {
                [key: string]: unknown;
            } | null;
            /** @description what makes these organizations alike */
            cohortRationale?: string;
            /**
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            requiredRoles?: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            /**
             * @example [
             *       "finance",
             *       "logistics"
             *     ]
             */
            requiredDepartments?: string[];
            /**
             * @example reduces
             * @enum {string|null}
             */
            salesRoleImpact?: "reduces" | "neutral" | "increases" | null;
            /**
             * @example [
             *       "Which share fears the loss of control?"
             *     ]
             */
            mustLearn?: string[];
            /** @description why nobody inside objected, where nobody did */
            noObjectionsNote?: string | null;
        };
        DifferenceView: {
            /**
             * @example customerProblem
             * @enum {string}
             */
            field: "customerProblem" | "promise" | "economics" | "versusCompetitors" | "versusNothing" | "narrative" | "lenses" | "claims" | "terms" | "cohortRule" | "cohortRationale" | "requiredRoles" | "requiredDepartments" | "salesRoleImpact" | "mustLearn" | "noObjectionsNote";
            /** @description the field as it stands there; its type is the field’s own */
            before: Record<string, never> | null;
            after: Record<string, never> | null;
        };
        ComparisonView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            before: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            after: string;
            /** @description only fields that differ */
            differences: components["schemas"]["DifferenceView"][];
        };
        CitationAnswer: {
            /** @example Terms now end with any month. */
            answer: string;
        };
        NewDecision: {
            /**
             * @example approve
             * @enum {string}
             */
            decision: "approve" | "approve_with_changes" | "reject";
            /** @description needed unless you simply approve */
            note?: string | null;
        };
        DelegationView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            fromUser: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            toUser: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endsAt: string;
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        NewDelegation: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            toUser: string;
            /**
             * Format: date-time
             * @description left out: from now
             * @example 2026-12-01T09:00:00Z
             */
            startsAt?: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endsAt: string;
            /** @example On leave. */
            reason?: string | null;
        };
        InternalObjectionView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example finance */
            department: string;
            text: string;
            /**
             * @example low
             * @enum {string}
             */
            severity: "low" | "medium" | "high";
            resolution: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            mobilisationItemId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            raisedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            raisedAt: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            resolvedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            resolvedAt: string | null;
        };
        NewInternalObjection: {
            /** @example Our stock moves onto our books: who pays for the capital? */
            text: string;
            /**
             * @example low
             * @enum {string}
             */
            severity: "low" | "medium" | "high";
        };
        Resolution: {
            /** @example Customers pay on use; finance insures the stock. */
            resolution: string;
            /**
             * Format: uuid
             * @description the mobilisation item that resolves it, where one does
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            mobilisationItemId?: string | null;
        };
        CommentView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            userId: string;
            /**
             * @example comment
             * @enum {string}
             */
            kind: "comment" | "suggestion";
            text: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
        };
        NewComment: {
            /**
             * @example comment
             * @enum {string}
             */
            kind?: "comment" | "suggestion";
            /** @example Buyers ask first who owns the stock; say it in the first line. */
            text: string;
        };
        MobilisationItemView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example it */
            department: string;
            text: string;
            /** @example true */
            required: boolean;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            ownerId: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string;
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "done" | "waived";
            evidence: string | null;
            waiveReason: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            closedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            closedAt: string | null;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        NewMobilisationItem: {
            /** @example it */
            department: string;
            /** @example Open the stock interface to pilot customers. */
            text: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            ownerId: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string;
            /**
             * @description left out: required. What is not required holds nothing up.
             * @example true
             */
            required?: boolean;
        };
        Completion: {
            /** @example https://wiki.example/stock-interface */
            evidence: string;
        };
        Waiver: {
            /** @example The pilot works from nightly files. */
            reason: string;
        };
        ReadinessBlockerView: {
            /** @example mobilisation_item_open */
            code: string;
            /** @example it */
            department?: string;
            /** @example promise */
            field?: string;
            /** @example it has yet to do, due 2026-12-01: open the stock interface */
            message: string;
        };
        ReadinessView: {
            /** @description empty for a live version only */
            blockers: components["schemas"]["ReadinessBlockerView"][];
        };
        RetirementReason: {
            /** @example The market answers that nothing has to change. */
            reason: string;
        };
        TranslationView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example de */
            language: string;
            title: string;
            narrative: string;
            promise: string;
            versusCompetitors: string;
            versusNothing: string;
            lenses: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            translatedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            translatedAt: string;
        };
        NewTranslation: {
            /** @example Wir füllen Ihr Lager */
            title: string;
            /** @example Sie sagen uns, was Sie brauchen; wir sorgen dafür, dass es da ist. */
            narrative: string;
            /** @example Nie wieder leere Regale. */
            promise: string;
            /** @description left out: shown as it is in the version */
            versusCompetitors?: string;
            /** @description left out: shown as it is in the version */
            versusNothing?: string;
            /**
             * @description by role
             * @example {
             *       "economic_buyer": "Lager ist gebundenes Geld."
             *     }
             */
            lenses?: {
                [key: string]: unknown;
            };
        };
        AssetView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            title: string;
            /**
             * @example guide
             * @enum {string}
             */
            kind: "guide" | "checklist" | "calculation" | "comparison" | "case_study" | "business_case" | "technical" | "security" | "contract" | "video" | "other";
            url: string | null;
            text: string | null;
            /**
             * @example problem_identification
             * @enum {string|null}
             */
            buyingJob: "problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation" | null;
            /**
             * @example economic_buyer
             * @enum {string|null}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /** @example de */
            language: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            reviewBy: string;
            position: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            createdBy: string;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        NewAsset: {
            /**
             * @description https; or else text
             * @example https://example.com/vmi-guide.pdf
             */
            url?: string | null;
            /** @description or else url */
            text?: string | null;
            /**
             * @description which job of buying it helps with
             * @example problem_identification
             * @enum {string|null}
             */
            buyingJob?: "problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation" | null;
            /**
             * @description null: for everybody
             * @example economic_buyer
             * @enum {string|null}
             */
            role?: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /** @example de */
            language?: string | null;
            /** @description smaller ones first */
            position?: number;
            /** @example How a takeover of your stock works */
            title: string;
            /**
             * @example guide
             * @enum {string}
             */
            kind: "guide" | "checklist" | "calculation" | "comparison" | "case_study" | "business_case" | "technical" | "security" | "contract" | "video" | "other";
            /**
             * Format: date
             * @description the last day on which it is shown unless somebody looks at it again
             * @example 2026-12-01
             */
            reviewBy: string;
        };
        AssetChange: {
            /**
             * @description https; or else text
             * @example https://example.com/vmi-guide.pdf
             */
            url?: string | null;
            /** @description or else url */
            text?: string | null;
            /**
             * @description which job of buying it helps with
             * @example problem_identification
             * @enum {string|null}
             */
            buyingJob?: "problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation" | null;
            /**
             * @description null: for everybody
             * @example economic_buyer
             * @enum {string|null}
             */
            role?: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /** @example de */
            language?: string | null;
            /** @description smaller ones first */
            position?: number;
            title?: string;
            /**
             * @example guide
             * @enum {string}
             */
            kind?: "guide" | "checklist" | "calculation" | "comparison" | "case_study" | "business_case" | "technical" | "security" | "contract" | "video" | "other";
            /**
             * Format: date
             * @example 2026-12-01
             */
            reviewBy?: string;
        };
        PeerView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            about: string;
            /**
             * @example [
             *       "email",
             *       "phone"
             *     ]
             */
            reach: ("email" | "phone")[];
            /**
             * Format: date
             * @example 2026-12-01
             */
            consentedOn: string;
            consentHow: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            consentUntil: string;
            monthlyCap: number;
            /** @description of this calendar month (UTC), over all propositions */
            picksThisMonth: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            withdrawnAt: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            withdrawnBy: string | null;
            withdrawalReason: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            createdBy: string;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        NewPeer: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * Format: uuid
             * @description the customer for whom they speak; needed only where they work for several
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId?: string;
            /** @example How the first three months went */
            about: string;
            /**
             * @description how buyers may reach them
             * @example [
             *       "email",
             *       "phone"
             *     ]
             */
            reach: ("email" | "phone")[];
            /**
             * Format: date
             * @description when they consented
             * @example 2026-12-01
             */
            consentedOn: string;
            /** @example By mail of 3 November to Nancy Davolio */
            consentHow: string;
            /**
             * Format: date
             * @description the last day on which the consent holds
             * @example 2027-12-31
             */
            consentUntil: string;
            /**
             * @description how often in a month, over all propositions
             * @example 2
             */
            monthlyCap: number;
        };
        PeerChange: {
            about?: string;
            /**
             * @example [
             *       "email",
             *       "phone"
             *     ]
             */
            reach?: ("email" | "phone")[];
            /**
             * Format: date
             * @example 2026-12-01
             */
            consentedOn?: string;
            consentHow?: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            consentUntil?: string;
            monthlyCap?: number;
        };
        Withdrawal: {
            /** @example Asked by phone not to be a reference any more. */
            reason: string;
        };
        ExpertView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            userId: string;
            displayName: string;
            title: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email: string;
            phone: string | null;
            /** @example 24 */
            replyWithinHours: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            namedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            namedAt: string;
        };
        NewExpert: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            userId: string;
            /** @example Andrew Fuller */
            displayName: string;
            /** @example Head of replenishment */
            title: string;
            /**
             * Format: email
             * @description shown on the page; questions are mailed to it
             * @example maria.anders@example.com
             */
            email: string;
            /** @example +49 30 0074321 */
            phone?: string | null;
            /** @description 24, where left out */
            replyWithinHours?: number;
        };
        CohortView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example Grocers with their own warehouse */
            name: string;
            /**
             * @example {
             *       "all": [
             *         {
             *           "field": "country",
             *           "op": "in",
             *           "value": [
             *             "DE",
             *             "FR"
             *           ]
             *         },
             *         {
             *           "contacts": {
             *             "match": "some",
             *             "where": {
             *               "field": "contacts.role",
             *               "op": "includes",
             *               "value": "economic_buyer"
             *             }
             *           }
             *         }
             *       ]
             *     }
             */
            rule: {
                [key: string]: unknown;
            };
            /** @description the rule in words */
            sentence: string;
            /** @description what makes these organizations alike */
            rationale: string;
            /**
             * @description strongest first
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            requiredRoles: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            /** @example 10 */
            holdOutPercent: number;
            /** @example 3f9a41c07be2d815 */
            seed: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            createdBy: string;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        NewCohort: {
            /**
             * @example {
             *       "all": [
             *         {
             *           "field": "country",
             *           "op": "in",
             *           "value": [
             *             "DE",
             *             "FR"
             *           ]
             *         },
             *         {
             *           "contacts": {
             *             "match": "some",
             *             "where": {
             *               "field": "contacts.role",
             *               "op": "includes",
             *               "value": "economic_buyer"
             *             }
             *           }
             *         }
             *       ]
             *     }
             */
            rule?: {
                [key: string]: unknown;
            };
            rationale?: string;
            /**
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            requiredRoles?: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            /** @description of the organizations, how many wait */
            holdOutPercent?: number;
            /** @description the same seed, the same split */
            seed?: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example Grocers with their own warehouse */
            name: string;
        };
        CohortChange: {
            /**
             * @example {
             *       "all": [
             *         {
             *           "field": "country",
             *           "op": "in",
             *           "value": [
             *             "DE",
             *             "FR"
             *           ]
             *         },
             *         {
             *           "contacts": {
             *             "match": "some",
             *             "where": {
             *               "field": "contacts.role",
             *               "op": "includes",
             *               "value": "economic_buyer"
             *             }
             *           }
             *         }
             *       ]
             *     }
             */
            rule?: {
                [key: string]: unknown;
            };
            rationale?: string;
            /**
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            requiredRoles?: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            /** @description of the organizations, how many wait */
            holdOutPercent?: number;
            /** @description the same seed, the same split */
            seed?: string;
            /** @example Grocers with their own warehouse */
            name?: string;
        };
        PreviewTerms: {
            /**
             * @description left out: the version’s
             * @example {
             *       "all": [
             *         {
             *           "field": "country",
             *           "op": "in",
             *           "value": [
             *             "DE",
             *             "FR"
             *           ]
             *         },
             *         {
             *           "contacts": {
             *             "match": "some",
             *             "where": {
             *               "field": "contacts.role",
             *               "op": "includes",
             *               "value": "economic_buyer"
             *             }
             *           }
             *         }
             *       ]
             *     }
             */
            rule?: {
                [key: string]: unknown;
            };
            /**
             * @description left out: the version’s
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            requiredRoles?: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId?: string;
            /** @description left out: what the size suggests */
            holdOutPercent?: number;
            seed?: string;
        };
        CountedView: {
            /** @example 240 */
            found: number;
            /** @example 221 */
            included: number;
            /** @example 19 */
            excluded: number;
        };
        CountedPeopleView: {
            /** @example 240 */
            found: number;
            /** @example 221 */
            included: number;
            /** @example 19 */
            excluded: number;
            /** @description included, and the e-mail address or the phone number is known to be right */
            verified: number;
            /** @description included, and neither is */
            unverified: number;
        };
        SamplePersonView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Maria Anders */
            name: string;
            /** @example Head of purchasing */
            title: string | null;
            /**
             * @description the strongest of the required roles
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /** @example valid */
            emailState: string;
            /**
             * @example null
             * @enum {string|null}
             */
            excluded: "suppressed" | "in_another_campaign" | "no_verified_address" | "erased" | "manual" | null;
        };
        SampleOrganizationView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Alfreds Futterkiste */
            name: string;
            sector: string | null;
            industry: string | null;
            /** @example DE */
            country: string | null;
            employees: number | null;
            /**
             * @example null
             * @enum {string|null}
             */
            excluded: "suppressed" | "in_another_campaign" | "no_decision_maker" | "reached_elsewhere" | "nobody_reachable" | "manual" | null;
            decisionMakers: components["schemas"]["SamplePersonView"][];
        };
        ShareView: {
            /**
             * @description null: not known
             * @example Food
             */
            value: string | null;
            /** @example 80 */
            organizations: number;
            /**
             * @description of these, not excluded
             * @example 74
             */
            included: number;
        };
        SharesView: {
            /** @description the largest */
            values: components["schemas"]["ShareView"][];
            /** @description organizations with any other value */
            others: number;
        };
        RoleShareView: {
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            decisionMakers: number;
            included: number;
        };
        BreakdownView: {
            sector: components["schemas"]["SharesView"];
            industry: components["schemas"]["SharesView"];
            country: components["schemas"]["SharesView"];
            size: components["schemas"]["SharesView"];
            /** @description each person once, in the strongest role */
            role: components["schemas"]["RoleShareView"][];
        };
        RoleCompletenessView: {
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /** @description organizations where somebody has the role */
            with: number;
            /** @description organizations where nobody is known to have it */
            without: number;
            /** @description organizations where somebody who has it can be reached */
            reachable: number;
        };
        CompletenessView: {
            roles: components["schemas"]["RoleCompletenessView"][];
            /** @description organizations where every required role is filled */
            allFilled: number;
            /** @description organizations where none is */
            noneFilled: number;
        };
        ExclusionView: {
            /**
             * @example organizations
             * @enum {string}
             */
            of: "organizations" | "decision_makers";
            /**
             * @example suppressed
             * @enum {string}
             */
            reason: "suppressed" | "in_another_campaign" | "no_decision_maker" | "reached_elsewhere" | "nobody_reachable" | "manual" | "no_verified_address" | "erased";
            count: number;
        };
        OverlapView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /** @example Vendor managed inventory, first wave */
            campaign: string;
            organizations: number;
            decisionMakers: number;
        };
        HoldOutView: {
            /** @example 10 */
            percent: number;
            /**
             * @description 0 where the cohort is too small to show a difference
             * @example 10
             */
            suggestedPercent: number;
            /** @description organizations that wait */
            organizations: number;
            /** @description their decision makers */
            decisionMakers: number;
            /**
             * @description the smallest difference between the rates of both groups (0 to 1) that would show in four of five cases, if one organization in ten commits
             * @example 0.07
             */
            detectableDifference: number | null;
        };
        CohortWarningView: {
            /** @example hold_out_too_small */
            code: string;
            /** @example Of the organizations 12 are held out and 110 approached: only a difference above 26 percentage points would show. Hold out more, or nobody. */
            message: string;
        };
        PreviewView: {
            /** @example Organizations where Country is “DE”. */
            sentence: string;
            organizations: components["schemas"]["CountedView"];
            decisionMakers: components["schemas"]["CountedPeopleView"];
            /** @description up to 20, drawn by lot */
            sample: components["schemas"]["SampleOrganizationView"][];
            breakdown: components["schemas"]["BreakdownView"];
            completeness: components["schemas"]["CompletenessView"];
            exclusions: components["schemas"]["ExclusionView"][];
            /** @description people who are under way in running campaigns */
            overlaps: components["schemas"]["OverlapView"][];
            holdOut: components["schemas"]["HoldOutView"];
            warnings: components["schemas"]["CohortWarningView"][];
        };
        ExcludedOrganizationView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Alfreds Futterkiste */
            name: string;
            /**
             * @example suppressed
             * @enum {string}
             */
            reason: "suppressed" | "in_another_campaign" | "no_decision_maker" | "reached_elsewhere" | "nobody_reachable" | "manual";
        };
        ExcludedPersonView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Maria Anders */
            name: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Alfreds Futterkiste */
            organization: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @example suppressed
             * @enum {string}
             */
            reason: "suppressed" | "in_another_campaign" | "no_verified_address" | "erased" | "manual";
        };
        OperatorView: {
            /** @example gte */
            op: string;
            /** @example is at least … */
            label: string;
            /**
             * @example nothing
             * @enum {string}
             */
            takes: "nothing" | "one" | "list" | "pair" | "days";
        };
        FieldView: {
            /** @example employees */
            key: string;
            /** @example Employees */
            label: string;
            /**
             * @example text
             * @enum {string}
             */
            type: "text" | "number" | "date" | "boolean" | "enum" | "set";
            /**
             * @description contact: inside a group about contacts only
             * @example organization
             * @enum {string}
             */
            scope: "organization" | "contact";
            operators: components["schemas"]["OperatorView"][];
            /** @description the closed list of its values */
            options?: string[];
        };
        RuleToRead: {
            /**
             * @example {
             *       "all": [
             *         {
             *           "field": "country",
             *           "op": "in",
             *           "value": [
             *             "DE",
             *             "FR"
             *           ]
             *         },
             *         {
             *           "contacts": {
             *             "match": "some",
             *             "where": {
             *               "field": "contacts.role",
             *               "op": "includes",
             *               "value": "economic_buyer"
             *             }
             *           }
             *         }
             *       ]
             *     }
             */
            rule: {
                [key: string]: unknown;
            };
        };
        ProblemView: {
            /**
             * @description JSON pointer into the rule
             * @example /all/0/field
             */
            path: string;
            /** @example unknown_field */
            code: string;
            /** @example There is no field “contry”. */
            message: string;
            /**
             * @example [
             *       "country"
             *     ]
             */
            suggestions?: string[];
        };
        ReadingView: {
            /** @example Organizations where Country is “DE” or “FR”. */
            sentence: string | null;
            problems: components["schemas"]["ProblemView"][];
        };
        SnapshotView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            cohortId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * @example {
             *       "all": [
             *         {
             *           "field": "country",
             *           "op": "in",
             *           "value": [
             *             "DE",
             *             "FR"
             *           ]
             *         },
             *         {
             *           "contacts": {
             *             "match": "some",
             *             "where": {
             *               "field": "contacts.role",
             *               "op": "includes",
             *               "value": "economic_buyer"
             *             }
             *           }
             *         }
             *       ]
             *     }
             */
            rule: {
                [key: string]: unknown;
            };
            /** @description the rule in words */
            sentence: string;
            /**
             * @description strongest first
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            requiredRoles: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            holdOutPercent: number;
            seed: string;
            /** @description organizations, the excluded ones too */
            members: number;
            membersExcluded: number;
            /** @description decision makers, the excluded ones too */
            decisionMakers: number;
            decisionMakersExcluded: number;
            /** @description organizations that wait; none of them is excluded */
            heldOut: number;
            /** @description their decision makers, but for the excluded */
            decisionMakersHeldOut: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            frozenBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            frozenAt: string;
        };
        SnapshotOrganizationView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * @description as it is called today
             * @example Alfreds Futterkiste
             */
            organization: string;
            /** @example food, 50–249 */
            stratum: string;
            /** @example false */
            holdOut: boolean;
            /**
             * @example null
             * @enum {string|null}
             */
            excluded: "suppressed" | "in_another_campaign" | "no_decision_maker" | "reached_elsewhere" | "nobody_reachable" | "manual" | null;
        };
        SnapshotContactView: {
            /** @example 1 */
            ordinal: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /**
             * @description as the person is called today
             * @example Maria Anders
             */
            contact: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Alfreds Futterkiste */
            organization: string;
            /**
             * @description the strongest of the required roles
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /** @example false */
            holdOut: boolean;
            /**
             * @example null
             * @enum {string|null}
             */
            excluded: "suppressed" | "in_another_campaign" | "no_verified_address" | "erased" | "manual" | null;
        };
        NewClaim: {
            /**
             * Format: uuid
             * @description left out: the next task by expected contribution
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId?: string;
        };
        WhyView: {
            /**
             * @example interest
             * @enum {string}
             */
            factor: "interest" | "role" | "size" | "freshness" | "kind" | "promise";
            /** @example 30 */
            points: number;
            /** @example interest: curious */
            because: string;
        };
        RoleOnCard: {
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @example low
             * @enum {string}
             */
            confidence: "low" | "medium" | "high";
            attitude: number | null;
            influence: number | null;
        };
        ContactOnCard: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Maria Anders */
            name: string;
            /** @example Sales Representative */
            title: string | null;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email: string | null;
            /**
             * @example unverified
             * @enum {string}
             */
            emailState: "unverified" | "valid" | "risky" | "invalid" | "bounced" | "corrected";
            /** @example +49300074321 */
            phone: string | null;
            /**
             * @example unverified
             * @enum {string}
             */
            phoneState: "unverified" | "valid" | "risky" | "invalid" | "corrected";
            /** @example Europe/Berlin */
            timeZone: string | null;
            /** @example de */
            language: string | null;
            /**
             * @example any
             * @enum {string}
             */
            preference: "any" | "no_email" | "no_calls" | "we_contact_you";
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            notBefore: string | null;
            /**
             * @description invented for a demonstration
             * @example true
             */
            madeUp: boolean;
            roles: components["schemas"]["RoleOnCard"][];
        };
        OrganizationOnCard: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Alfreds Futterkiste */
            name: string;
            domain: string | null;
            industry: string | null;
            employees: number | null;
            /** @example DE */
            country: string | null;
            city: string | null;
            phone: string | null;
            website: string | null;
            /** @example prospect */
            relationship: string;
            /** @example true */
            madeUp: boolean;
        };
        OwnerOnCard: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Nancy Davolio */
            name: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            since: string;
        };
        EarlierTask: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example call
             * @enum {string}
             */
            kind: "call" | "task" | "reply" | "fix_contact" | "find_contact" | "colleague_replied" | "group_session" | "notice";
            title: string;
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "claimed" | "snoozed" | "done" | "cancelled";
            /**
             * @example connected_interested
             * @enum {string|null}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure" | null;
            resolution: string | null;
            /** @description name of the contact */
            contact: string | null;
            /** @description name of who closed it */
            by: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            closedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        TaskCard: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example call
             * @enum {string}
             */
            kind: "call" | "task" | "reply" | "fix_contact" | "find_contact" | "colleague_replied" | "group_session" | "notice";
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "claimed" | "snoozed" | "done" | "cancelled";
            /** @example Call Maria Anders */
            title: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
            /** @example first_call */
            stepKey: string | null;
            /** @example 1 */
            attempt: number;
            /**
             * Format: uuid
             * @description whose it is; null: the first rep who claims it becomes the owner
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string | null;
            /**
             * @description expected contribution: higher is worked first
             * @example 74.5
             */
            contribution: number;
            /** @description why it ranks here */
            why: components["schemas"]["WhyView"][];
            /** @description what the person wrote, of a reply */
            words: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description snoozed until then
             * @example 2026-12-01T09:00:00Z
             */
            notBefore: string | null;
            snoozeReason: string | null;
            /**
             * Format: uuid
             * @description who holds it now
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            claimedBy: string | null;
            /**
             * Format: date-time
             * @description the claim lapses then
             * @example 2026-12-01T09:00:00Z
             */
            leaseUntil: string | null;
            /** @description goes with whatever closes the task; grows with each claim */
            fence: number;
            /**
             * @example connected_interested
             * @enum {string|null}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure" | null;
            /**
             * @description how a task ended that is no conversation
             * @example corrected
             */
            resolution: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            closedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            closedAt: string | null;
            cancelReason: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            contact: components["schemas"]["ContactOnCard"] | null;
            organization: components["schemas"]["OrganizationOnCard"];
            owner: components["schemas"]["OwnerOnCard"] | null;
            /** @description what happened at this organization before, latest first */
            earlier: components["schemas"]["EarlierTask"][];
        };
        TaskRow: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example call
             * @enum {string}
             */
            kind: "call" | "task" | "reply" | "fix_contact" | "find_contact" | "colleague_replied" | "group_session" | "notice";
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "claimed" | "snoozed" | "done" | "cancelled";
            /** @example Call Maria Anders */
            title: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
            /** @example first_call */
            stepKey: string | null;
            /** @example 1 */
            attempt: number;
            /**
             * Format: uuid
             * @description whose it is; null: the first rep who claims it becomes the owner
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string | null;
            /**
             * @description expected contribution: higher is worked first
             * @example 74.5
             */
            contribution: number;
            /** @description why it ranks here */
            why: components["schemas"]["WhyView"][];
            /** @description what the person wrote, of a reply */
            words: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description snoozed until then
             * @example 2026-12-01T09:00:00Z
             */
            notBefore: string | null;
            snoozeReason: string | null;
            /**
             * Format: uuid
             * @description who holds it now
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            claimedBy: string | null;
            /**
             * Format: date-time
             * @description the claim lapses then
             * @example 2026-12-01T09:00:00Z
             */
            leaseUntil: string | null;
            /** @description goes with whatever closes the task; grows with each claim */
            fence: number;
            /**
             * @example connected_interested
             * @enum {string|null}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure" | null;
            /**
             * @description how a task ended that is no conversation
             * @example corrected
             */
            resolution: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            closedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            closedAt: string | null;
            cancelReason: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /** @example Alfreds Futterkiste */
            organization: string;
            /** @example Maria Anders */
            contact: string | null;
            /**
             * @description whose it is
             * @example Nancy Davolio
             */
            rep: string | null;
        };
        Reassignments: {
            /** @description of those who match, only these; left out: all */
            ids?: string[];
            /**
             * @description how many the person saw: where more match by now, nothing is done
             * @example 12
             */
            count: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string;
            /** @example Nancy moves to another region */
            reason: string;
        };
        ManyDone: {
            done: number;
            /** @description matched and stay as they are: what was asked does not apply to them */
            left: number;
        };
        Snooze: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            until: string;
            /** @example asked to be called after the stocktaking */
            reason: string;
        };
        OwnershipChangeView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            fromRep: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            toRep: string;
            reason: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            changedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            changedAt: string;
        };
        OwnershipView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string | null;
            /** @description latest first */
            history: components["schemas"]["OwnershipChangeView"][];
        };
        Reassignment: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string;
            /** @example Nancy moves to another region */
            reason: string;
        };
        DispositionView: {
            /**
             * @example connected_interested
             * @enum {string}
             */
            code: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure";
            /** @example Interested */
            label: string;
            /**
             * @description it ends the member’s part; after one that is not final the play goes on
             * @example true
             */
            final: boolean;
            /**
             * @description the person in question was spoken to
             * @example true
             */
            connected: boolean;
        };
        Dispositions: {
            items: components["schemas"]["DispositionView"][];
            nextCursor: string | null;
        };
        AbsenceView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            userId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            coverId: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endsAt: string;
            reason: string | null;
        };
        NewAbsence: {
            /**
             * Format: uuid
             * @description left out: you
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            userId?: string;
            /**
             * Format: uuid
             * @description a rep, who gets the queue meanwhile
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            coverId: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endsAt: string;
            /** @example holiday */
            reason?: string;
        };
        NextUp: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example call
             * @enum {string}
             */
            kind: "call" | "task" | "reply" | "fix_contact" | "find_contact" | "colleague_replied" | "group_session" | "notice";
            /** @example Call Maria Anders */
            title: string;
            /** @example Alfreds Futterkiste */
            organization: string;
            /**
             * Format: date-time
             * @description due, or awake again
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "claimed" | "snoozed" | "done" | "cancelled";
            snoozeReason: string | null;
        };
        QueueView: {
            /** @description what POST /claims would hand out now, one after the other */
            ready: number;
            /** @description of these: nobody’s; who claims one becomes its owner */
            unowned: number;
            /** @description waits because its campaign is paused */
            held: number;
            /** @description closed by me today */
            done: number;
            /** @description setting dailyTasksPerRep */
            aDay: number;
            /** @description tasks that I hold now, the longest held first */
            claimed: string[];
            /** @description what comes next, and when */
            next: components["schemas"]["NextUp"][];
        };
        RepBuffer: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string;
            name: string;
            /**
             * @description away now: a cover has the queue
             * @example true
             */
            away: boolean;
            /** @example 45 */
            ready: number;
            /**
             * @description ready items ÷ what a rep works in a day
             * @example 1.5
             */
            days: number;
            /**
             * @example low
             * @enum {string}
             */
            flag: "low" | "right" | "high";
        };
        QueueBuffer: {
            /** @description setting dailyTasksPerRep */
            dailyTasksPerRep: number;
            /** @description ready items in all */
            ready: number;
            /** @description ready items whose organization nobody owns yet */
            unowned: number;
            /** @description ready items ÷ daily capacity of the reps who are here; null: nobody is */
            days: number | null;
            /**
             * @description setting queueBufferLowDays: low under it
             * @example 1
             */
            lowDays: number;
            /**
             * @description setting queueBufferHighDays: high over it
             * @example 5
             */
            highDays: number;
            /**
             * @example low
             * @enum {string}
             */
            flag: "low" | "right" | "high";
            reps: components["schemas"]["RepBuffer"][];
        };
        CalendarDayView: {
            /**
             * Format: date
             * @example 2026-12-01
             */
            day: string;
            /** @example Labour Day */
            name: string;
            /**
             * Format: uuid
             * @description of a day that a person closed; null: a public holiday
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            closedId: string | null;
            /**
             * @description closed in every country
             * @example true
             */
            everywhere: boolean;
        };
        CalendarView: {
            days: components["schemas"]["CalendarDayView"][];
            /** @description where our organizations are, most of them first */
            countries: string[];
        };
        NewClosedDaysBody: {
            /**
             * Format: date
             * @example 2026-12-01
             */
            from: string;
            /**
             * Format: date
             * @description the last one; left out: only the first
             * @example 2026-12-01
             */
            to?: string;
            /**
             * @description null: everywhere
             * @example DE
             */
            country?: string | null;
            /** @example Works holiday */
            name: string;
        };
        PlayView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            name: string;
            /**
             * @example stimulate
             * @enum {string}
             */
            purpose: "stimulate" | "challenge" | "inform" | "order_take";
            /**
             * @example [
             *       {
             *         "key": "intro",
             *         "kind": "email",
             *         "intent": "Say what changes for them",
             *         "subject": "Fewer stock-outs at {{ organization.name }}",
             *         "body": "Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}"
             *       },
             *       {
             *         "key": "call",
             *         "kind": "call",
             *         "intent": "Learn who owns replenishment",
             *         "questions": [
             *           "Who decides how much to order?"
             *         ],
             *         "maxAttempts": 3,
             *         "retryAfterHours": 48,
             *         "afterDays": 3
             *       }
             *     ]
             */
            steps: {
                [key: string]: unknown;
            }[];
            /**
             * Format: date
             * @example 2026-12-01
             */
            reviewOn: string | null;
            /**
             * @example current
             * @enum {string}
             */
            state: "current" | "review_due" | "archived";
            /** @description that have it and are not over */
            campaigns: number;
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        NewPlay: {
            /** @example Introduce VMI */
            name: string;
            /**
             * @example stimulate
             * @enum {string}
             */
            purpose?: "stimulate" | "challenge" | "inform" | "order_take";
            /**
             * @example [
             *       {
             *         "key": "intro",
             *         "kind": "email",
             *         "intent": "Say what changes for them",
             *         "subject": "Fewer stock-outs at {{ organization.name }}",
             *         "body": "Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}"
             *       },
             *       {
             *         "key": "call",
             *         "kind": "call",
             *         "intent": "Learn who owns replenishment",
             *         "questions": [
             *           "Who decides how much to order?"
             *         ],
             *         "maxAttempts": 3,
             *         "retryAfterHours": 48,
             *         "afterDays": 3
             *       }
             *     ]
             */
            steps: {
                [key: string]: unknown;
            }[];
            /**
             * Format: date
             * @description when it is to be reviewed
             * @example 2026-12-01
             */
            reviewOn?: string | null;
        };
        PlayDraft: {
            /**
             * @example [
             *       {
             *         "key": "intro",
             *         "kind": "email",
             *         "intent": "Say what changes for them",
             *         "subject": "Fewer stock-outs at {{ organization.name }}",
             *         "body": "Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}"
             *       },
             *       {
             *         "key": "call",
             *         "kind": "call",
             *         "intent": "Learn who owns replenishment",
             *         "questions": [
             *           "Who decides how much to order?"
             *         ],
             *         "maxAttempts": 3,
             *         "retryAfterHours": 48,
             *         "afterDays": 3
             *       }
             *     ]
             */
            steps: {
                [key: string]: unknown;
            }[];
        };
        PlayProblem: {
            /** @example steps.0.body */
            field: string;
            /** @example template */
            code: string;
            message: string;
        };
        PlayCheck: {
            problems: components["schemas"]["PlayProblem"][];
        };
        PlayChange: {
            name?: string;
            /**
             * @example stimulate
             * @enum {string}
             */
            purpose?: "stimulate" | "challenge" | "inform" | "order_take";
            /**
             * @example [
             *       {
             *         "key": "intro",
             *         "kind": "email",
             *         "intent": "Say what changes for them",
             *         "subject": "Fewer stock-outs at {{ organization.name }}",
             *         "body": "Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}"
             *       },
             *       {
             *         "key": "call",
             *         "kind": "call",
             *         "intent": "Learn who owns replenishment",
             *         "questions": [
             *           "Who decides how much to order?"
             *         ],
             *         "maxAttempts": 3,
             *         "retryAfterHours": 48,
             *         "afterDays": 3
             *       }
             *     ]
             */
            steps?: {
                [key: string]: unknown;
            }[];
            /**
             * Format: date
             * @example 2026-12-01
             */
            reviewOn?: string | null;
            /**
             * @description no new campaign takes it; those that have it continue
             * @example true
             */
            archived?: boolean;
        };
        CampaignRowView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example VMI to food retail, autumn */
            name: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            snapshotId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            playId: string;
            /**
             * @example [
             *       {
             *         "key": "intro",
             *         "kind": "email",
             *         "intent": "Say what changes for them",
             *         "subject": "Fewer stock-outs at {{ organization.name }}",
             *         "body": "Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}"
             *       },
             *       {
             *         "key": "call",
             *         "kind": "call",
             *         "intent": "Learn who owns replenishment",
             *         "questions": [
             *           "Who decides how much to order?"
             *         ],
             *         "maxAttempts": 3,
             *         "retryAfterHours": 48,
             *         "afterDays": 3
             *       }
             *     ]
             */
            steps: {
                [key: string]: unknown;
            }[];
            /**
             * @example draft
             * @enum {string}
             */
            state: "draft" | "ready" | "scheduled" | "running" | "paused" | "in_review" | "completed" | "aborted";
            /** @example 3 */
            activePerOrganization: number;
            /** @example 20 */
            hoursBetweenTouches: number;
            /** @example 09:00:00 */
            dayStarts: string;
            /** @example 17:00:00 */
            dayEnds: string;
            /**
             * @description 1 Monday … 7 Sunday
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            workingDays?: number[];
            /**
             * @example continue
             * @enum {string}
             */
            onUnknown: "continue" | "hold";
            fromName: string;
            fromAddress: string;
            replyTo: string | null;
            /** @example 28 */
            holdOutDays: number;
            /**
             * @description what it is judged by on day 28
             * @example coverage
             * @enum {string|null}
             */
            targetMeasure: "coverage" | "access" | "influence" | "early_conversion" | "reply" | "next_meeting" | "lift" | null;
            /** @example 0.1 */
            targetValue: number | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            scheduledAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @description when the last contact was enrolled
             * @example 2026-12-01T09:00:00Z
             */
            enrolledAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            holdOutUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /** @description decision makers, ended or not */
            members: number;
            /** @description of these, ended with a reason */
            ended: number;
        };
        WavePlan: {
            /** @description organizations; left out: all that are left */
            size?: number | null;
            /**
             * @description wait for a person before it starts; the first wave starts with the launch
             * @example true
             */
            gated?: boolean;
        };
        NewCampaign: {
            /** @description people of one organization under way at once */
            activePerOrganization?: number;
            /** @description hours between two touches of one organization */
            hoursBetweenTouches?: number;
            /**
             * @description in the contact’s own zone
             * @example 09:00
             */
            dayStarts?: string;
            /** @example 17:00 */
            dayEnds?: string;
            /**
             * @description 1 Monday … 7 Sunday
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            workingDays?: number[];
            /**
             * @description what an enrolment does whose message may or may not have left
             * @example continue
             * @enum {string}
             */
            onUnknown?: "continue" | "hold";
            /** @example Nancy Davolio */
            fromName?: string;
            /** @example nancy@northwind.example */
            fromAddress?: string;
            replyTo?: string;
            /** @description days that held-out organizations wait */
            holdOutDays?: number;
            /**
             * @description what it is judged by on day 28; stands from the launch on
             * @example coverage
             * @enum {string|null}
             */
            targetMeasure?: "coverage" | "access" | "influence" | "early_conversion" | "reply" | "next_meeting" | "lift" | null;
            /** @description a share; for lift a difference of shares */
            targetValue?: number | null;
            waves?: components["schemas"]["WavePlan"][];
            /** @example VMI to food retail, autumn */
            name: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            playId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            snapshotId: string;
        };
        CampaignView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example VMI to food retail, autumn */
            name: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            snapshotId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            playId: string;
            /**
             * @example [
             *       {
             *         "key": "intro",
             *         "kind": "email",
             *         "intent": "Say what changes for them",
             *         "subject": "Fewer stock-outs at {{ organization.name }}",
             *         "body": "Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}"
             *       },
             *       {
             *         "key": "call",
             *         "kind": "call",
             *         "intent": "Learn who owns replenishment",
             *         "questions": [
             *           "Who decides how much to order?"
             *         ],
             *         "maxAttempts": 3,
             *         "retryAfterHours": 48,
             *         "afterDays": 3
             *       }
             *     ]
             */
            steps: {
                [key: string]: unknown;
            }[];
            /**
             * @example draft
             * @enum {string}
             */
            state: "draft" | "ready" | "scheduled" | "running" | "paused" | "in_review" | "completed" | "aborted";
            /** @example 3 */
            activePerOrganization: number;
            /** @example 20 */
            hoursBetweenTouches: number;
            /** @example 09:00:00 */
            dayStarts: string;
            /** @example 17:00:00 */
            dayEnds: string;
            /**
             * @description 1 Monday … 7 Sunday
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            workingDays?: number[];
            /**
             * @example continue
             * @enum {string}
             */
            onUnknown: "continue" | "hold";
            fromName: string;
            fromAddress: string;
            replyTo: string | null;
            /** @example 28 */
            holdOutDays: number;
            /**
             * @description what it is judged by on day 28
             * @example coverage
             * @enum {string|null}
             */
            targetMeasure: "coverage" | "access" | "influence" | "early_conversion" | "reply" | "next_meeting" | "lift" | null;
            /** @example 0.1 */
            targetValue: number | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            scheduledAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @description when the last contact was enrolled
             * @example 2026-12-01T09:00:00Z
             */
            enrolledAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            holdOutUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        CampaignChange: {
            /** @description people of one organization under way at once */
            activePerOrganization?: number;
            /** @description hours between two touches of one organization */
            hoursBetweenTouches?: number;
            /**
             * @description in the contact’s own zone
             * @example 09:00
             */
            dayStarts?: string;
            /** @example 17:00 */
            dayEnds?: string;
            /**
             * @description 1 Monday … 7 Sunday
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            workingDays?: number[];
            /**
             * @description what an enrolment does whose message may or may not have left
             * @example continue
             * @enum {string}
             */
            onUnknown?: "continue" | "hold";
            /** @example Nancy Davolio */
            fromName?: string;
            /** @example nancy@northwind.example */
            fromAddress?: string;
            replyTo?: string;
            /** @description days that held-out organizations wait */
            holdOutDays?: number;
            /**
             * @description what it is judged by on day 28; stands from the launch on
             * @example coverage
             * @enum {string|null}
             */
            targetMeasure?: "coverage" | "access" | "influence" | "early_conversion" | "reply" | "next_meeting" | "lift" | null;
            /** @description a share; for lift a difference of shares */
            targetValue?: number | null;
            waves?: components["schemas"]["WavePlan"][];
            /** @example VMI to food retail, autumn */
            name?: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            playId?: string;
        };
        PreflightBlockerView: {
            /** @example not_live */
            code: string;
            message: string;
            department?: string;
        };
        PreflightView: {
            /** @example true */
            ready: boolean;
            blockers: components["schemas"]["PreflightBlockerView"][];
        };
        LaunchRequest: {
            /**
             * Format: date-time
             * @description left out: now
             * @example 2026-12-01T09:00:00Z
             */
            at?: string;
        };
        Reason: {
            /** @example The price list changes on Monday */
            reason: string;
        };
        OptionalReason: {
            reason?: string;
        };
        WaveStandingView: {
            ordinal: number;
            /** @description organizations; null: all that are left */
            size: number | null;
            /** @example true */
            holdOut: boolean;
            /**
             * @description waits for a person who looked at the wave before
             * @example true
             */
            gated: boolean;
            /**
             * @example waiting
             * @enum {string}
             */
            state: "waiting" | "in_review" | "released";
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            releasedAt: string | null;
            note: string | null;
            members: number;
            contacted: number;
            ended: number;
        };
        WavesView: {
            items: components["schemas"]["WaveStandingView"][];
            nextCursor: string | null;
        };
        CampaignChangeView: {
            /** @example pause */
            change: string;
            reason: string | null;
            /** @description a person, or the worker */
            changedBy: string;
            /** @example Laura Callahan */
            name: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            changedAt: string;
        };
        CampaignChangesView: {
            items: components["schemas"]["CampaignChangeView"][];
            nextCursor: string | null;
        };
        ProgressView: {
            /**
             * @example draft
             * @enum {string}
             */
            state: "draft" | "ready" | "scheduled" | "running" | "paused" | "in_review" | "completed" | "aborted";
            /**
             * @example {
             *       "pending": 40,
             *       "finished": 2
             *     }
             */
            byState: {
                [key: string]: number;
            };
            /**
             * @example {
             *       "replied": 2
             *     }
             */
            byReason: {
                [key: string]: number;
            };
        };
        PaceDayView: {
            /**
             * Format: date
             * @example 2026-12-01
             */
            day: string;
            /** @description for the first time */
            contacted: number;
            ended: number;
        };
        PaceView: {
            /** @description days (UTC) on which something happened */
            days: components["schemas"]["PaceDayView"][];
            /**
             * Format: date-time
             * @description the pace is measured from here on
             * @example 2026-12-01T09:00:00Z
             */
            since: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            now: string;
            /** @description since then */
            contacted: number;
            /** @description since then */
            ended: number;
            /** @description whose part has not ended */
            left: number;
            endedPerDay: number | null;
            /**
             * Format: date-time
             * @description at the pace of the last days
             * @example 2026-12-01T09:00:00Z
             */
            expectedEnd: string | null;
            /**
             * Format: date-time
             * @description of the 95 % interval
             * @example 2026-12-01T09:00:00Z
             */
            earliestEnd: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            latestEnd: string | null;
            /**
             * @description why there is no forecast
             * @example not_launched
             * @enum {string|null}
             */
            unclear: "not_launched" | "standing" | "over" | "too_few" | null;
        };
        EndingView: {
            /** @example finished */
            state: string;
            /** @example replied */
            reason: string;
            n: number;
        };
        CoverageView: {
            /** @description in the snapshot, and found since */
            decisionMakers: number;
            enrolled: number;
            /** @description a mail sent or a call made */
            contacted: number;
            conversed: number;
            /** @description in a state that ends, with its reason */
            terminal: number;
            late: number;
            heldOut: number;
            /**
             * @description never enrolled, by reason
             * @example {
             *       "suppressed": 2
             *     }
             */
            notEnrolled: {
                [key: string]: number;
            };
            withReason: number;
            /**
             * @description neither enrolled nor listed with a reason
             * @example 0
             */
            skipped: number;
            endings: components["schemas"]["EndingView"][];
            /**
             * @example {
             *       "sent": 120
             *     }
             */
            dispatches: {
                [key: string]: number;
            };
            /**
             * @example {
             *       "done": 40,
             *       "open": 3
             *     }
             */
            tasks: {
                [key: string]: number;
            };
        };
        OrganizationCoverageView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            name: string;
            /** @example suppressed */
            excluded: string | null;
            /** @example true */
            heldOut: boolean;
            enrolled: number;
            contacted: number;
            conversed: number;
            terminal: number;
            /** @description required, and no contact has them */
            missingRoles: string[];
        };
        OrganizationCoveragesView: {
            items: components["schemas"]["OrganizationCoverageView"][];
            nextCursor: string | null;
        };
        EnrolmentView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /** @example Maria Anders */
            contact: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Alfreds Futterkiste */
            organization: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            wave: number;
            /** @example true */
            holdOut: boolean;
            /** @example true */
            late: boolean;
            /**
             * @example pending
             * @enum {string}
             */
            state: "pending" | "active" | "paused" | "finished" | "bounced" | "opted_out" | "excluded" | "failed";
            /** @example not_before */
            reason: string | null;
            step: string | null;
            /**
             * @example due
             * @enum {string}
             */
            stepState: "due" | "in_flight" | "done";
            attempts: number;
            touches: number;
            /** @example true */
            conversed: boolean;
            /** @example curious */
            interest: string;
            lastDisposition: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            nextActionAt: string | null;
            /**
             * @description why it was put off the last time
             * @example quiet_hours
             */
            deferred: string | null;
            error: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            enrolledAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
        };
        EnrolmentEventView: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /** @example paused */
            what: string;
            /** @example intro */
            step: string | null;
            /**
             * @description null: it changed no state
             * @example pending
             * @enum {string|null}
             */
            fromState: "pending" | "active" | "paused" | "finished" | "bounced" | "opted_out" | "excluded" | "failed" | null;
            /**
             * @description null: it changed no state
             * @example pending
             * @enum {string|null}
             */
            toState: "pending" | "active" | "paused" | "finished" | "bounced" | "opted_out" | "excluded" | "failed" | null;
            /**
             * @description of the state after it
             * @example colleague_reply
             */
            reason: string | null;
            /**
             * @description the id of a user, or the name of a program
             * @example worker
             */
            by: string | null;
            detail: {
                [key: string]: unknown;
            } | null;
        };
        EnrolmentEventsView: {
            items: components["schemas"]["EnrolmentEventView"][];
            nextCursor: string | null;
        };
        Exclusion: {
            /** @example Left the company */
            reason: string;
        };
        Exclusions: {
            /** @description of those who match, only these; left out: all */
            ids?: string[];
            /**
             * @description how many the person saw: where more match by now, nothing is done
             * @example 12
             */
            count: number;
            /** @example Belongs to a competitor */
            reason: string;
        };
        Many: {
            /** @description of those who match, only these; left out: all */
            ids?: string[];
            /**
             * @description how many the person saw: where more match by now, nothing is done
             * @example 12
             */
            count: number;
        };
        MessageView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            contact: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            organization: string;
            stepKey: string;
            /**
             * @example queued
             * @enum {string}
             */
            state: "queued" | "sending" | "sent" | "delivered" | "bounced" | "failed" | "unknown" | "suppressed";
            /**
             * Format: uuid
             * @description null: the mail server of the workspace
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            senderId: string | null;
            /** @description null until it was first taken up */
            messageId: string | null;
            /**
             * @description why it waits
             * @example domain_pace
             */
            deferred: string | null;
            recipient: string | null;
            attempts: number;
            /** @example deferred */
            errorClass: string | null;
            /** @description the provider’s own words */
            response: string | null;
            /**
             * @description of the last mail that came back about it
             * @example hard
             * @enum {string|null}
             */
            bounceClass: "hard" | "soft" | "policy" | null;
            /** @example mailboxfull */
            bounceReason: string | null;
            bounceWords: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            bouncedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            queuedAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            settledAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            complainedAt: string | null;
        };
        MessageSettlement: {
            /**
             * @description not_sent lets it be sent again
             * @example sent
             * @enum {string}
             */
            result: "sent" | "not_sent";
        };
        ColleagueView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /** @example Howard Snyder */
            name: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @example pending
             * @enum {string}
             */
            state: "pending" | "active" | "paused" | "finished" | "bounced" | "opted_out" | "excluded" | "failed";
            /** @example colleague_reply */
            reason: string | null;
            /**
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
            /** @description how the last conversation ended */
            lastDisposition: string | null;
        };
        HappenedView: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /** @example sent */
            what: string;
            /** @example intro */
            step: string | null;
            detail: {
                [key: string]: unknown;
            } | null;
        };
        BriefView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string;
            /** @example VMI for food retail */
            campaign: string | null;
            /**
             * @description the contact’s role in this campaign
             * @example economic_buyer
             * @enum {string|null}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /**
             * @description how interested, as last recorded
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
            /** @example Vendor Managed Inventory */
            proposition: string | null;
            /** @description what every decision maker of the organization reads */
            narrative: string;
            /** @description what this role needs to hear */
            lens: string;
            /** @example Learn who owns replenishment */
            intent: string;
            questions: string[];
            evidence: string[];
            /** @description locked: what may be claimed */
            claims: string[];
            /** @description locked: what may be offered */
            terms: string[];
            /** @description what the company wants to learn */
            mustLearn: string[];
            /** @description colleagues in the same campaign, with their state */
            colleagues: components["schemas"]["ColleagueView"][];
            /** @description what happened with this contact so far, latest first */
            history: components["schemas"]["HappenedView"][];
        };
        PreviewRequest: {
            /** @example intro */
            stepKey: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
        };
        MailPreview: {
            /** @example economic_buyer */
            role: string;
            subject: string;
            text: string;
            /** @description show it in a sandboxed frame only */
            html: string | null;
            /**
             * @description merge fields that the mail names and that are empty for this person
             * @example [
             *       "contact.title"
             *     ]
             */
            missing: string[];
            /** @example Nancy Davolio <nancy@northwind.example> */
            from: string;
        };
        StepPreviewRequest: {
            /**
             * @description a mail step, kept or not
             * @example {
             *       "key": "intro",
             *       "kind": "email",
             *       "intent": "Say what changes for them",
             *       "subject": "Fewer stock-outs at {{ organization.name }}",
             *       "body": "Dear {{ contact.givenName }},\n\n{{ proposition.narrative }}\n\n{{ lens }}\n\n{{ links.respond }}"
             *     }
             */
            step: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description the version that the mail takes its story from
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
        };
        StepPreview: {
            /** @example economic_buyer */
            role: string;
            subject: string;
            text: string;
            /** @description show it in a sandboxed frame only */
            html: string | null;
            /**
             * @description merge fields that the mail names and that are empty for this person
             * @example [
             *       "contact.title"
             *     ]
             */
            missing: string[];
        };
        MergeField: {
            /** @example contact.givenName */
            name: string;
            /**
             * @description for a made-up reader
             * @example Maria
             */
            value: string;
        };
        MergeFieldsView: {
            items: components["schemas"]["MergeField"][];
        };
        PowerPoint: {
            /**
             * @description difference of shares
             * @example 0.1
             */
            lift: number;
            /** @example 0.82 */
            power: number;
        };
        PowerView: {
            /** @description organizations that are written to */
            treated: number;
            /** @description organizations that are held out */
            heldOut: number;
            /** @example 0.05 */
            base: number;
            /** @description the smallest lift that shows in 8 of 10 cases; null: none does */
            detectable: number | null;
            /** @description empty without a hold-out */
            points: components["schemas"]["PowerPoint"][];
        };
        ListedConversation: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string | null;
            /**
             * Format: uuid
             * @description the group conversation that it was a part of
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            sessionId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string | null;
            /**
             * @example rep
             * @enum {string}
             */
            source: "rep" | "response_page" | "reply";
            stepKey: string | null;
            /**
             * @description as it was when they spoke
             * @example economic_buyer
             * @enum {string|null}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /**
             * @example connected_interested
             * @enum {string}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure";
            /**
             * @example positive
             * @enum {string}
             */
            sentiment: "positive" | "neutral" | "negative" | "hostile";
            /**
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
            /**
             * @example [
             *       "problem_identification",
             *       "solution_exploration"
             *     ]
             */
            buyingJobs: ("problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation")[];
            wants: string | null;
            needs: string | null;
            aspirations: string | null;
            competitor: string | null;
            /**
             * @example too_high
             * @enum {string|null}
             */
            priceReaction: "too_high" | "acceptable" | "attractive" | "not_discussed" | null;
            whatChanged: string | null;
            verbatim: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            notBefore: string | null;
            /**
             * Format: date-time
             * @description of the meeting that was booked: /conversations/{id}/meeting.ics
             * @example 2026-12-01T09:00:00Z
             */
            meetingAt: string | null;
            meetingMinutes: number | null;
            meetingPlace: string | null;
            seconds: number | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            recordedAt: string;
            /**
             * @description from a simulated market
             * @example true
             */
            simulated: boolean;
            /** @example Around the Horn */
            organization: string;
            /** @example Thomas Hardy */
            contact: string | null;
            /** @example Nancy Davolio */
            rep: string | null;
            /**
             * @example [
             *       "price_value",
             *       "budget"
             *     ]
             */
            objections: ("price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off")[];
            /** @description what was said, or else what was said of an objection */
            quote: string | null;
        };
        NewObjection: {
            /**
             * @example price_value
             * @enum {string}
             */
            code: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
            /**
             * @description what stood behind it
             * @example fears for his stock planners
             */
            underlying?: string;
            /** @example We tried that, and the shelves were empty. */
            verbatim?: string;
        };
        NewPersonBody: {
            /** @example Howard Snyder */
            name: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email?: string;
            /** @example +1 503 555 7555 */
            phone?: string;
            /** @example Head of purchasing */
            title?: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
        };
        NewBuyerCommitment: {
            /**
             * @example buyer
             * @enum {string}
             */
            by: "buyer" | "us";
            /** @example send last year’s stock levels */
            text: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string;
        };
        ContactCorrectionBody: {
            /**
             * @description the part this person really plays
             * @example economic_buyer
             * @enum {string}
             */
            role?: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            attitude?: number;
            influence?: number;
            preferredSupplier?: string;
        };
        NewMeeting: {
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /** @example 45 */
            minutes: number;
            /** @example at theirs, or an address to dial in */
            place?: string;
        };
        NewRisk: {
            /**
             * @example performance
             * @enum {string}
             */
            kind: "performance" | "financial" | "operational_disruption" | "supplier_dependence" | "psychological" | "career_financial" | "social_standing";
            /**
             * @description of which choice; us, where left out
             * @example us
             * @enum {string}
             */
            against?: "us" | "other" | "nothing";
            /** @description 1 little … 3 much */
            impact: number;
            words?: string;
            /**
             * @description what would ease it
             * @example a pilot in one store
             */
            eases?: string;
            /**
             * @description a personal one: shown to managers too
             * @example true
             */
            shared?: boolean;
        };
        NewConversation: {
            /**
             * @example connected_interested
             * @enum {string}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure";
            /**
             * @example positive
             * @enum {string}
             */
            sentiment: "positive" | "neutral" | "negative" | "hostile";
            /**
             * @description needed when somebody was spoken to
             * @example none
             * @enum {string}
             */
            interest?: "none" | "aware" | "curious" | "active" | "commits_next_step";
            objections?: components["schemas"]["NewObjection"][];
            /**
             * @description a set, which may go back
             * @example [
             *       "problem_identification",
             *       "solution_exploration"
             *     ]
             */
            buyingJobs?: ("problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation")[];
            wants?: string;
            needs?: string;
            aspirations?: string;
            competitor?: string;
            /**
             * @example too_high
             * @enum {string}
             */
            priceReaction?: "too_high" | "acceptable" | "attractive" | "not_discussed";
            whatChanged?: string;
            /** @description the person’s own words */
            verbatim?: string;
            newPeople?: components["schemas"]["NewPersonBody"][];
            commitments?: components["schemas"]["NewBuyerCommitment"][];
            /**
             * Format: date-time
             * @description the day they asked for
             * @example 2026-12-01T09:00:00Z
             */
            notBefore?: string;
            /** @description name of one of newPeople: whom to talk to instead */
            referredTo?: string;
            contact?: components["schemas"]["ContactCorrectionBody"];
            /** @description with connected_meeting_set: for the calendar */
            meeting?: components["schemas"]["NewMeeting"];
            /** @description what the person sees at stake */
            risks?: components["schemas"]["NewRisk"][];
            /** @description seconds that logging took */
            seconds?: number;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string;
            /**
             * @description of the claim
             * @example 1
             */
            fence: number;
            /**
             * Format: date-time
             * @description when they spoke; now, where left out
             * @example 2026-12-01T09:00:00Z
             */
            occurredAt?: string;
        };
        ObjectionView: {
            /**
             * @example price_value
             * @enum {string}
             */
            code: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
            underlying: string | null;
            verbatim: string | null;
        };
        BuyerCommitmentView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example buyer
             * @enum {string}
             */
            by: "buyer" | "us";
            text: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            keptAt: string | null;
        };
        FoundPersonView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /** @example Howard Snyder */
            name: string;
            /**
             * @description whom to talk to instead
             * @example true
             */
            referred: boolean;
        };
        ConversationRecord: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string | null;
            /**
             * Format: uuid
             * @description the group conversation that it was a part of
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            sessionId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string | null;
            /**
             * @example rep
             * @enum {string}
             */
            source: "rep" | "response_page" | "reply";
            stepKey: string | null;
            /**
             * @description as it was when they spoke
             * @example economic_buyer
             * @enum {string|null}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /**
             * @example connected_interested
             * @enum {string}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure";
            /**
             * @example positive
             * @enum {string}
             */
            sentiment: "positive" | "neutral" | "negative" | "hostile";
            /**
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
            /**
             * @example [
             *       "problem_identification",
             *       "solution_exploration"
             *     ]
             */
            buyingJobs: ("problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation")[];
            wants: string | null;
            needs: string | null;
            aspirations: string | null;
            competitor: string | null;
            /**
             * @example too_high
             * @enum {string|null}
             */
            priceReaction: "too_high" | "acceptable" | "attractive" | "not_discussed" | null;
            whatChanged: string | null;
            verbatim: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            notBefore: string | null;
            /**
             * Format: date-time
             * @description of the meeting that was booked: /conversations/{id}/meeting.ics
             * @example 2026-12-01T09:00:00Z
             */
            meetingAt: string | null;
            meetingMinutes: number | null;
            meetingPlace: string | null;
            seconds: number | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            recordedAt: string;
            /**
             * @description from a simulated market
             * @example true
             */
            simulated: boolean;
            objections: components["schemas"]["ObjectionView"][];
            commitments: components["schemas"]["BuyerCommitmentView"][];
            people: components["schemas"]["FoundPersonView"][];
        };
        NewResolution: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string;
            /**
             * @description of the claim
             * @example 1
             */
            fence: number;
            /**
             * @description fix_contact: corrected, not_found; find_contact: found, not_found; colleague_replied: resume, exclude, group; group_session: resume, exclude; notice: seen
             * @example corrected
             * @enum {string}
             */
            resolution: "corrected" | "found" | "not_found" | "resume" | "exclude" | "group" | "seen";
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email?: string;
            /** @example +49 30 0074321 */
            phone?: string;
            newPeople?: components["schemas"]["NewPersonBody"][];
            /**
             * @description needed to exclude
             * @example the buyer speaks for all of them
             */
            reason?: string;
        };
        FoundView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            name: string;
            /**
             * Format: uuid
             * @description null: the campaign is over, or the person was in it already
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
        };
        ResolutionView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string;
            /**
             * @example call
             * @enum {string}
             */
            kind: "call" | "task" | "reply" | "fix_contact" | "find_contact" | "colleague_replied" | "group_session" | "notice";
            /**
             * @example corrected
             * @enum {string}
             */
            resolution: "corrected" | "found" | "not_found" | "resume" | "exclude" | "group" | "seen";
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            closedAt: string;
            found: components["schemas"]["FoundView"][];
        };
        RateView: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
        };
        ThemeView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example They fear to lose control of their stock */
            title: string;
            /**
             * @example price_value
             * @enum {string|null}
             */
            objection: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off" | null;
            summary: string;
            /** @description conversations in it */
            n: number;
            /** @description of the conversations about this version */
            share: components["schemas"]["RateView"];
            /** @description organizations in it */
            organizations: number;
            /** @description how many of its conversations come from a simulated market */
            simulated: number;
            label: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            raisedAt: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            raisedBy: string;
            /**
             * Format: date-time
             * @description first opened by an executive
             * @example 2026-12-01T09:00:00Z
             */
            firstSeenAt: string | null;
            /**
             * @example change
             * @enum {string|null}
             */
            decision: "change" | "keep" | "more_data" | "retire" | null;
            decisionNote: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            ownerId: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            decidedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            decidedAt: string | null;
            /** @example 1 */
            revision: number;
        };
        ThemeFilter: {
            /**
             * @example price_value
             * @enum {string}
             */
            objection?: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role?: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            industry?: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId?: string;
        };
        NewTheme: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example They fear to lose control of their stock */
            title: string;
            summary?: string;
            /**
             * @example price_value
             * @enum {string}
             */
            objection?: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
            conversationIds?: string[];
            /** @description all conversations that fit; left out: all with the objection */
            filter?: components["schemas"]["ThemeFilter"];
        };
        AccountInTheme: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            name: string;
            n: number;
        };
        RoleInTheme: {
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            n: number;
        };
        VerbatimView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            conversationId: string;
            text: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            organization: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            occurredAt: string;
            /** @example true */
            simulated: boolean;
        };
        ThemeDetail: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example They fear to lose control of their stock */
            title: string;
            /**
             * @example price_value
             * @enum {string|null}
             */
            objection: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off" | null;
            summary: string;
            /** @description conversations in it */
            n: number;
            /** @description of the conversations about this version */
            share: components["schemas"]["RateView"];
            /** @description organizations in it */
            organizations: number;
            /** @description how many of its conversations come from a simulated market */
            simulated: number;
            label: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            raisedAt: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            raisedBy: string;
            /**
             * Format: date-time
             * @description first opened by an executive
             * @example 2026-12-01T09:00:00Z
             */
            firstSeenAt: string | null;
            /**
             * @example change
             * @enum {string|null}
             */
            decision: "change" | "keep" | "more_data" | "retire" | null;
            decisionNote: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            ownerId: string | null;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            decidedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            decidedAt: string | null;
            /** @example 1 */
            revision: number;
            accounts: components["schemas"]["AccountInTheme"][];
            roles: components["schemas"]["RoleInTheme"][];
            /** @description latest first */
            verbatims: components["schemas"]["VerbatimView"][];
        };
        NewThemeDecision: {
            /**
             * @example change
             * @enum {string}
             */
            decision: "change" | "keep" | "more_data" | "retire";
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            ownerId: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string;
            note?: string;
        };
        Suggestion: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @example 1 */
            version: number;
            /**
             * @example price_value
             * @enum {string}
             */
            objection: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
            n: number;
            /** @description organizations */
            accounts: number;
            share: components["schemas"]["RateView"];
            /** @description already in a theme on this objection */
            themed: number;
            /** @description the latest three */
            verbatims: string[];
            simulated: number;
            label: string | null;
        };
        Suggestions: {
            items: components["schemas"]["Suggestion"][];
            nextCursor: string | null;
        };
        StageRate: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * @description with this interest or more
             * @example reached
             * @enum {string}
             */
            stage: "reached" | "conversed" | "aware" | "curious" | "active" | "commits_next_step";
            /**
             * @description what n counts
             * @example enrolled
             * @enum {string}
             */
            of: "enrolled" | "reached" | "conversed";
        };
        InterestShare: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
        };
        ObjectionShare: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * @example price_value
             * @enum {string}
             */
            objection: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
        };
        ObjectionShareOf: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * @example price_value
             * @enum {string}
             */
            objection: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
            /**
             * @description a role, an industry, a rep’s id or a step
             * @example economic_buyer
             */
            value: string;
            /** @example Nancy Davolio */
            label: string;
        };
        ObjectionsBy: {
            role: components["schemas"]["ObjectionShareOf"][];
            industry: components["schemas"]["ObjectionShareOf"][];
            rep: components["schemas"]["ObjectionShareOf"][];
            step: components["schemas"]["ObjectionShareOf"][];
        };
        CompetitorOutcome: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /** @example Stockwise */
            competitor: string;
            /**
             * @example connected_interested
             * @enum {string}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure";
        };
        Leg: {
            /**
             * @description conversation to record, record to an executive’s eyes, from there to a decision, decision to the new version live
             * @example recorded
             * @enum {string}
             */
            leg: "recorded" | "seen" | "decided" | "live";
            n: number;
            /** @description hours */
            median: number | null;
            /** @description hours */
            p90: number | null;
        };
        Logging: {
            /** @description records that were timed */
            n: number;
            /** @description median seconds to log a conversation */
            median: number | null;
        };
        ScoreboardView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /** @description decision makers in the campaigns of this version */
            enrolled: number;
            /** @description held out until the verdict, and not in enrolled */
            heldOut: number;
            funnel: components["schemas"]["StageRate"][];
            /** @description of those who conversed, by what they said last */
            interest: components["schemas"]["InterestShare"][];
            /** @description conversations with somebody who was spoken to */
            conversations: number;
            /** @description share of conversations */
            objections: components["schemas"]["ObjectionShare"][];
            objectionsBy: components["schemas"]["ObjectionsBy"];
            /** @description of the conversations that named them, what came of it */
            competitors: components["schemas"]["CompetitorOutcome"][];
            /** @description conversations with objection code, verbatim and role */
            quality: components["schemas"]["RateView"];
            /** @description how fast feedback travels */
            latency: components["schemas"]["Leg"][];
            logging: components["schemas"]["Logging"];
            /** @description how many of the records come from a simulated market */
            simulated: number;
            /** @description to stand beside the results */
            label: string | null;
            /** @description rates under this sample are hidden */
            minimumSample: number;
        };
        CountedPersonView: {
            /**
             * Format: uuid
             * @description the enrolment
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /** @example VMI spring */
            campaign: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /** @example Maria Anders */
            contact: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Alfreds Futterkiste */
            organization: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @description drawn to wait until the verdict
             * @example true
             */
            holdOut: boolean;
            /**
             * @example pending
             * @enum {string}
             */
            state: "pending" | "active" | "paused" | "finished" | "bounced" | "opted_out" | "excluded" | "failed";
            /** @example not_before */
            reason: string | null;
            /** @description mails and calls */
            touches: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            firstTouchAt: string | null;
            /**
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
            /**
             * @example connected_interested
             * @enum {string|null}
             */
            lastDisposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure" | null;
        };
        LessonView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Ask how often they count before saying anything about stock. */
            text: string;
            /**
             * @description null: any role
             * @example economic_buyer
             * @enum {string|null}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /**
             * @description null: any industry
             * @example Food retail
             */
            industry: string | null;
            /**
             * @description null: no objection
             * @example price_value
             * @enum {string|null}
             */
            objection: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off" | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string | null;
            /** @example Vendor Managed Inventory */
            proposition: string | null;
            /**
             * Format: uuid
             * @description the task that taught it
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string | null;
            /**
             * Format: uuid
             * @description the record of that talk
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            conversationId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            authorId: string;
            /** @example Nancy Davolio */
            author: string;
            /** @description tasks in which somebody said that it helped */
            helped: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        NewLesson: {
            /** @example Ask how often they count before saying anything about stock. */
            text: string;
            /**
             * Format: uuid
             * @description the task that taught it: gives role, industry and version where left out
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId?: string;
            /**
             * @description null: any role
             * @example economic_buyer
             * @enum {string|null}
             */
            role?: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /**
             * @description null: any industry
             * @example Food retail
             */
            industry?: string | null;
            /**
             * @example price_value
             * @enum {string|null}
             */
            objection?: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off" | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId?: string;
        };
        NewMark: {
            /**
             * Format: uuid
             * @description the task in which it helped
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string;
        };
        FittingLesson: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Ask how often they count before saying anything about stock. */
            text: string;
            /**
             * @description null: any role
             * @example economic_buyer
             * @enum {string|null}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /**
             * @description null: any industry
             * @example Food retail
             */
            industry: string | null;
            /**
             * @description null: no objection
             * @example price_value
             * @enum {string|null}
             */
            objection: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off" | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string | null;
            /** @example Vendor Managed Inventory */
            proposition: string | null;
            /**
             * Format: uuid
             * @description the task that taught it
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string | null;
            /**
             * Format: uuid
             * @description the record of that talk
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            conversationId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            authorId: string;
            /** @example Nancy Davolio */
            author: string;
            /** @description tasks in which somebody said that it helped */
            helped: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * @description in what it is like this task
             * @example [
             *       "proposition",
             *       "role"
             *     ]
             */
            matches: ("proposition" | "role" | "industry" | "objection")[];
        };
        FittingLessons: {
            /** @description the most alike first */
            items: components["schemas"]["FittingLesson"][];
        };
        GroupSessionView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Around the Horn */
            organization: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string;
            /** @example Nancy Davolio */
            rep: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            heldAt: string;
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            recordedAt: string;
            /**
             * @description from a simulated market
             * @example true
             */
            simulated: boolean;
        };
        Participant: {
            /**
             * @example connected_interested
             * @enum {string}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure";
            /**
             * @example positive
             * @enum {string}
             */
            sentiment: "positive" | "neutral" | "negative" | "hostile";
            /**
             * @description needed when somebody was spoken to
             * @example none
             * @enum {string}
             */
            interest?: "none" | "aware" | "curious" | "active" | "commits_next_step";
            objections?: components["schemas"]["NewObjection"][];
            /**
             * @description a set, which may go back
             * @example [
             *       "problem_identification",
             *       "solution_exploration"
             *     ]
             */
            buyingJobs?: ("problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation")[];
            wants?: string;
            needs?: string;
            aspirations?: string;
            competitor?: string;
            /**
             * @example too_high
             * @enum {string}
             */
            priceReaction?: "too_high" | "acceptable" | "attractive" | "not_discussed";
            whatChanged?: string;
            /** @description the person’s own words */
            verbatim?: string;
            newPeople?: components["schemas"]["NewPersonBody"][];
            commitments?: components["schemas"]["NewBuyerCommitment"][];
            /**
             * Format: date-time
             * @description the day they asked for
             * @example 2026-12-01T09:00:00Z
             */
            notBefore?: string;
            /** @description name of one of newPeople: whom to talk to instead */
            referredTo?: string;
            contact?: components["schemas"]["ContactCorrectionBody"];
            /** @description with connected_meeting_set: for the calendar */
            meeting?: components["schemas"]["NewMeeting"];
            /** @description what the person sees at stake */
            risks?: components["schemas"]["NewRisk"][];
            /** @description seconds that logging took */
            seconds?: number;
            /**
             * Format: uuid
             * @description who spoke, as a member of the campaign
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string;
        };
        Absentee: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string;
            /**
             * @description again: they wait for another session; resume: their play goes on
             * @example again
             * @enum {string}
             */
            next: "again" | "resume";
        };
        NewGroupConversation: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /**
             * Format: uuid
             * @description the task that asked for it, where one did
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId?: string;
            /** @description of the claim */
            fence?: number;
            /**
             * Format: date-time
             * @description left out: now
             * @example 2026-12-01T09:00:00Z
             */
            heldAt?: string;
            note?: string;
            participants: components["schemas"]["Participant"][];
            /** @description invited, and did not come */
            absent?: components["schemas"]["Absentee"][];
        };
        ParticipantView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            conversationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /** @example Thomas Hardy */
            name: string;
            /**
             * @example economic_buyer
             * @enum {string|null}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown" | null;
            /**
             * @example connected_interested
             * @enum {string}
             */
            disposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure";
            /**
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
        };
        AbsenteeView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            name: string;
            /**
             * @example again
             * @enum {string}
             */
            next: "again" | "resume";
        };
        GroupSessionRecord: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Around the Horn */
            organization: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            taskId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            repId: string;
            /** @example Nancy Davolio */
            rep: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            heldAt: string;
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            recordedAt: string;
            /**
             * @description from a simulated market
             * @example true
             */
            simulated: boolean;
            participants: components["schemas"]["ParticipantView"][];
            /** @description invited, and did not come */
            absent: components["schemas"]["AbsenteeView"][];
        };
        PropositionOnMap: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            title: string;
            /**
             * Format: uuid
             * @description the latest campaign of it at this organization
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string | null;
        };
        RoleOnMap: {
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @example low
             * @enum {string}
             */
            confidence: "low" | "medium" | "high";
            /** @description -2 against us … 2 for us */
            attitude: number | null;
            /** @description 1 little … 5 much */
            influence: number | null;
            preferredSupplier: string | null;
        };
        MemberOnMap: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * @example pending
             * @enum {string}
             */
            state: "pending" | "active" | "paused" | "finished" | "bounced" | "opted_out" | "excluded" | "failed";
            reason: string | null;
            /**
             * @example none
             * @enum {string}
             */
            interest: "none" | "aware" | "curious" | "active" | "commits_next_step" | "unknown";
            /**
             * @example connected_interested
             * @enum {string|null}
             */
            lastDisposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure" | null;
        };
        JobsSaid: {
            /**
             * @example [
             *       "problem_identification",
             *       "solution_exploration"
             *     ]
             */
            jobs: ("problem_identification" | "solution_exploration" | "requirements_building" | "supplier_selection" | "validation" | "consensus_creation")[];
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description the group conversation in which it was said
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            sessionId: string | null;
        };
        ObjectionOnMap: {
            /**
             * @example price_value
             * @enum {string}
             */
            code: "price_value" | "budget" | "no_need" | "status_quo" | "timing" | "authority" | "trust" | "competitor_incumbent" | "product_gap" | "implementation_disruption" | "risk_organizational" | "risk_personal" | "loss_of_control" | "data_security" | "contract_terms" | "brush_off";
            underlying: string | null;
            verbatim: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            conversationId: string;
        };
        RiskOnMap: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example performance
             * @enum {string}
             */
            kind: "performance" | "financial" | "operational_disruption" | "supplier_dependence" | "psychological" | "career_financial" | "social_standing";
            /** @example true */
            personal: boolean;
            /**
             * @example us
             * @enum {string}
             */
            against: "us" | "other" | "nothing";
            impact: number;
            words: string | null;
            eases: string | null;
            /**
             * @description managers may read it too
             * @example true
             */
            shared: boolean;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /**
             * Format: date-time
             * @description when somebody said that it weighs no more
             * @example 2026-12-01T09:00:00Z
             */
            easedAt: string | null;
            /** @description the name of who said so */
            easedBy: string | null;
            /**
             * @description you may change who reads it
             * @example true
             */
            mayShare: boolean;
            revision: number;
        };
        BuyerCommitmentOnMap: {
            /**
             * @example buyer
             * @enum {string}
             */
            by: "buyer" | "us";
            text: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            dueOn: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            keptAt: string | null;
        };
        PersonOnMap: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            /** @example Thomas Hardy */
            name: string;
            /** @example Head of purchasing */
            title: string | null;
            roles: components["schemas"]["RoleOnMap"][];
            /** @description in the latest campaign of this proposition */
            member: components["schemas"]["MemberOnMap"] | null;
            /** @description what they are busy with, the latest first; a set that may go back */
            jobs: components["schemas"]["JobsSaid"][];
            objections: components["schemas"]["ObjectionOnMap"][];
            risks: components["schemas"]["RiskOnMap"][];
            commitments: components["schemas"]["BuyerCommitmentOnMap"][];
        };
        SessionOnMap: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            heldAt: string;
            people: number;
            absent: number;
        };
        PlacedView: {
            /** @example interface */
            key: string;
            /** @example Interface to the stock system */
            title: string;
            /**
             * @description days it takes
             * @example 60
             */
            leadDays: number;
            /**
             * @description keys of what must be done before
             * @example [
             *       "contract"
             *     ]
             */
            after?: string[];
            /**
             * @description who is disrupted
             * @example the night shift
             */
            disrupts?: string | null;
            /** @example true */
            done?: boolean;
            /**
             * Format: date
             * @example 2026-12-01
             */
            latestStart: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            latestFinish: string;
            /**
             * Format: date
             * @description were it begun as soon as it can be
             * @example 2026-12-01
             */
            earliestStart: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            earliestFinish: string;
            /** @description days to spare; below zero: so many too late */
            slack: number;
            /**
             * @description on the longest chain that is still to be done
             * @example true
             */
            critical: boolean;
        };
        BuyingPlanView: {
            /** @description goes into If-Match */
            revision: number;
            /**
             * Format: date
             * @example 2026-12-01
             */
            wantedBy: string;
            /**
             * @example buyer_said
             * @enum {string}
             */
            source: "buyer_said" | "rep_guessed";
            /**
             * Format: date
             * @description at the organization
             * @example 2026-12-01
             */
            today: string;
            /** @example true */
            feasible: boolean;
            /**
             * Format: date
             * @description the first day on which all can be in place
             * @example 2026-12-01
             */
            earliestEnd: string;
            /** @description days that are missing */
            daysShort: number;
            /** @description key of what had to be started before today */
            blockedBy: string | null;
            /** @description keys, in order */
            criticalChain: string[];
            prerequisites: components["schemas"]["PlacedView"][];
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        BuyerMapView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Around the Horn */
            organization: string;
            /** @description null: nothing was offered here yet */
            proposition: components["schemas"]["PropositionOnMap"] | null;
            /** @description all that was offered here, the latest first */
            propositions: components["schemas"]["PropositionOnMap"][];
            /**
             * @description needed, and filled by nobody we know
             * @example [
             *       "economic_buyer",
             *       "decision_maker"
             *     ]
             */
            missingRoles: ("economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown")[];
            people: components["schemas"]["PersonOnMap"][];
            /** @description group conversations, the latest first */
            sessions: components["schemas"]["SessionOnMap"][];
            /**
             * @description false: what people risk personally is not shown to you
             * @example true
             */
            personalShown: boolean;
            /**
             * @description you may record here
             * @example true
             */
            mine: boolean;
            plan: components["schemas"]["BuyingPlanView"] | null;
            /** @description where some of it comes from a simulated market */
            label: string | null;
        };
        PrerequisiteBody: {
            /** @example interface */
            key: string;
            /** @example Interface to the stock system */
            title: string;
            /**
             * @description days it takes
             * @example 60
             */
            leadDays: number;
            /**
             * @description keys of what must be done before
             * @example [
             *       "contract"
             *     ]
             */
            after?: string[];
            /**
             * @description who is disrupted
             * @example the night shift
             */
            disrupts?: string | null;
            /** @example true */
            done?: boolean;
        };
        BuyingPlanBody: {
            /**
             * Format: date
             * @description when the buyer wants it in place
             * @example 2026-12-01
             */
            wantedBy: string;
            /**
             * @example buyer_said
             * @enum {string}
             */
            source: "buyer_said" | "rep_guessed";
            prerequisites: components["schemas"]["PrerequisiteBody"][];
        };
        ChangedRisk: {
            /**
             * @description it weighs no more
             * @example true
             */
            eased?: boolean;
            /**
             * @description of a personal one, by the rep of the organization: managers may read it
             * @example true
             */
            shared?: boolean;
        };
        RiskStandingView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            easedAt: string | null;
            /** @example true */
            shared: boolean;
            revision: number;
        };
        MeasureView: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * @description interested: curious or more
             * @example reached
             * @enum {string}
             */
            measure: "reached" | "conversed" | "interested" | "commits_next_step";
            /**
             * @description what n counts
             * @example enrolled
             * @enum {string}
             */
            of: "enrolled" | "reached";
        };
        ArmView: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * @example treated
             * @enum {string}
             */
            arm: "treated" | "hold_out";
        };
        ComparedView: {
            /**
             * @example hold_out
             * @enum {string}
             */
            against: "hold_out" | "previous";
            /**
             * @example too_few
             * @enum {string}
             */
            finding: "too_few" | "better" | "worse" | "no_difference";
            /** @description organizations on the smaller side */
            n: number;
            /**
             * @description a campaign still runs: only a difference beyond doubt counts yet
             * @example true
             */
            interim: boolean;
            /** @example 0.95 */
            confidence: number;
            /** @description the number of the version that it is compared with */
            version: number | null;
            /** @description left out where there are too few */
            difference?: number;
            low?: number;
            high?: number;
        };
        SplitView: {
            /** @description organizations of whom somebody was enrolled */
            treated: number;
            heldOut: number;
            /** @description organizations that were drawn */
            treatedDrawn: number;
            heldOutDrawn: number;
            p: number;
            /**
             * @description the arms are not as they were drawn: do not trust the comparison
             * @example true
             */
            suspicious: boolean;
        };
        ResultView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            title: string;
            /** @example 2 */
            number: number;
            /** @example live */
            state: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            liveAt: string;
            /** @description decision makers in the campaigns of this version */
            enrolled: number;
            /** @description held out, not reached, and not in enrolled */
            heldOut: number;
            measures: components["schemas"]["MeasureView"][];
            /** @description organizations of which somebody was interested before the hold-out was let go, of all that were drawn; empty without a hold-out */
            arms: components["schemas"]["ArmView"][];
            /** @description interested, compared with the hold-out and with the version before */
            compared: components["schemas"]["ComparedView"][];
            split: components["schemas"]["SplitView"] | null;
            simulated: number;
            /** @description to stand beside the results */
            label: string | null;
        };
        ResultsView: {
            /** @description by proposition, the newest version first */
            items: components["schemas"]["ResultView"][];
            /** @description rates under this sample are hidden */
            minimumSample: number;
            nextCursor: string | null;
        };
        TrendPoint: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * Format: date
             * @description the first day of the period
             * @example 2026-12-01
             */
            on: string;
        };
        TrendView: {
            /**
             * @example day
             * @enum {string}
             */
            period: "day" | "week";
            /** @description of all conversations so far, how many showed interest */
            points: components["schemas"]["TrendPoint"][];
        };
        TargetView: {
            /**
             * @example coverage
             * @enum {string}
             */
            measure: "coverage" | "access" | "influence" | "early_conversion" | "reply" | "next_meeting" | "lift";
            /** @example 0.1 */
            value: number;
        };
        SharedMeasure: {
            /** @example 120 */
            n: number;
            /** @example 30 */
            successes: number;
            /**
             * @description false: the sample is too small, and rate, low and high are left out
             * @example true
             */
            shown: boolean;
            /** @example 0.25 */
            rate?: number;
            /** @example 0.18 */
            low?: number;
            /** @example 0.33 */
            high?: number;
            /**
             * @example coverage
             * @enum {string}
             */
            measure: "coverage" | "access" | "influence" | "early_conversion" | "reply" | "next_meeting";
            /**
             * @description what n counts: people, but for spoken: organizations with which somebody spoke
             * @example enrolled
             * @enum {string}
             */
            of: "enrolled" | "reached" | "spoken" | "conversed" | "mailed";
        };
        VerdictView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            campaignId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            versionId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /**
             * Format: date-time
             * @description null: not launched yet, and nothing to judge
             * @example 2026-12-01T09:00:00Z
             */
            launchedAt: string | null;
            /** @description the day it is, from 1 on; 0 before the launch */
            day: number;
            /** @example 28 */
            days: number;
            /**
             * @description day 28 is over: the numbers stand as they were then
             * @example true
             */
            final: boolean;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description up to when is counted
             * @example 2026-12-01T09:00:00Z
             */
            until: string | null;
            /** @description as written down before the launch */
            target: components["schemas"]["TargetView"] | null;
            /**
             * @description open until day 28 is over
             * @example none
             * @enum {string}
             */
            outcome: "none" | "open" | "too_few" | "met" | "missed";
            measures: components["schemas"]["SharedMeasure"][];
            /** @description null: nobody was held out */
            lift: components["schemas"]["ComparedView"] | null;
            /** @description how fast feedback travels */
            latency: components["schemas"]["Leg"][];
            /** @description rates under this sample are hidden */
            minimumSample: number;
            /** @description to stand beside the results */
            label: string | null;
        };
        DueAccountView: {
            /**
             * Format: uuid
             * @description the organization
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Alfreds Futterkiste */
            name: string;
            employees: number | null;
            /**
             * @example small
             * @enum {string}
             */
            tier: "small" | "medium" | "large";
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            ownerId: string | null;
            /** @example Nancy Davolio */
            owner: string | null;
            /**
             * Format: date-time
             * @description when somebody last asked, or when we came to know it
             * @example 2026-12-01T09:00:00Z
             */
            since: string;
            /**
             * @example [
             *       "age",
             *       "silence"
             *     ]
             */
            reasons: ("age" | "silence" | "inbound_only" | "change")[];
            /**
             * @description what changed there since somebody asked; owner: another rep of ours
             * @example [
             *       "left",
             *       "joined"
             *     ]
             */
            changes: ("left" | "joined" | "owner" | "industry" | "name" | "size")[];
            /** @description hundredths of the time it may wait; 100 more for silence, inbound only or a change, but not for a new owner alone */
            urgency: number;
        };
        DueCountsView: {
            total: number;
            /** @description how many of all that are due, by reason and by tier */
            by: Record<string, never>;
        };
        DueView: {
            items: components["schemas"]["DueAccountView"][];
            /** @description null on the last page */
            nextCursor: string | null;
            /** @description where counts were asked for */
            counts?: components["schemas"]["DueCountsView"];
        };
        NewCheckIn: {
            /**
             * @example content
             * @enum {string}
             */
            status: "content" | "changing" | "looking_elsewhere" | "leaving" | "unknown";
            /**
             * Format: uuid
             * @description the contact who decides; null: nobody known
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            decidesId: string | null;
            /**
             * @example [
             *       "cost",
             *       "availability"
             *     ]
             */
            needs: ("cost" | "availability" | "quality" | "speed" | "people" | "risk" | "growth" | "none")[];
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
        };
        PictureBody: {
            /**
             * @example content
             * @enum {string}
             */
            status: "content" | "changing" | "looking_elsewhere" | "leaving" | "unknown";
            /**
             * Format: uuid
             * @description the contact who decides; null: nobody known
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            decidesId: string | null;
            /**
             * @example [
             *       "cost",
             *       "availability"
             *     ]
             */
            needs: ("cost" | "availability" | "quality" | "speed" | "people" | "risk" | "growth" | "none")[];
        };
        CheckInView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            doneBy: string;
            /**
             * Format: uuid
             * @description whom the rep spoke to
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @description the owner, who reads what came of it
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            forOwner: string | null;
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "done" | "dropped";
            assumption: components["schemas"]["PictureBody"];
            answers: components["schemas"]["PictureBody"] | null;
            /** @description of status, who decides and needs: how many were otherwise */
            gap: number | null;
            /**
             * @example no_answer
             * @enum {string|null}
             */
            droppedBecause: "no_answer" | "wrong_number" | "not_now" | "mistake" | null;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
        };
        ListedCheckIn: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            doneBy: string;
            /**
             * Format: uuid
             * @description whom the rep spoke to
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @description the owner, who reads what came of it
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            forOwner: string | null;
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "done" | "dropped";
            assumption: components["schemas"]["PictureBody"];
            answers: components["schemas"]["PictureBody"] | null;
            /** @description of status, who decides and needs: how many were otherwise */
            gap: number | null;
            /**
             * @example no_answer
             * @enum {string|null}
             */
            droppedBecause: "no_answer" | "wrong_number" | "not_now" | "mistake" | null;
            /** @example 1 */
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            endedAt: string | null;
            /** @example Alfreds Futterkiste */
            organization: string;
        };
        CheckInSummaryView: {
            done: number;
            dropped: number;
            /** @description needs that customers named */
            needs: number;
            /** @description of them: nothing of ours is made for it yet */
            unserved: number;
            /** @description people who were not known before */
            people: number;
            /** @description of three things assumed, how many were otherwise */
            meanGap: number | null;
            /** @description talks that we began with customers, check-ins among them */
            outbound: number;
            /** @description talks that customers began */
            inbound: number;
        };
        SaidBody: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            questionId: string;
            /** @example We have a new warehouse in Ulm. */
            words: string;
        };
        NewStakeholderBody: {
            /** @example Howard Snyder */
            name: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            email?: string;
            /** @example +1 503 555 7555 */
            phone?: string;
            /** @example Head of purchasing */
            title?: string;
            /**
             * @example economic_buyer
             * @enum {string}
             */
            role: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
            /**
             * Format: date
             * @description since when they are there
             * @example 2026-12-01
             */
            since?: string;
            attitude?: number;
            preferredSupplier?: string;
        };
        VoicedNeedBody: {
            /**
             * @example cost
             * @enum {string}
             */
            kind: "cost" | "availability" | "quality" | "speed" | "people" | "risk" | "growth";
            /** @example The shelves are empty on Mondays. */
            words: string;
        };
        CheckInAnswers: {
            /**
             * @example content
             * @enum {string}
             */
            status: "content" | "changing" | "looking_elsewhere" | "leaving" | "unknown";
            /**
             * Format: uuid
             * @description the contact who decides; null: nobody known
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            decidesId: string | null;
            /**
             * @example [
             *       "cost",
             *       "availability"
             *     ]
             */
            needs: ("cost" | "availability" | "quality" | "speed" | "people" | "risk" | "growth" | "none")[];
            /**
             * Format: uuid
             * @description whom you spoke to
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId?: string;
            said?: components["schemas"]["SaidBody"][];
            people?: components["schemas"]["NewStakeholderBody"][];
            voiced?: components["schemas"]["VoicedNeedBody"][];
        };
        SaidView: {
            /**
             * @example change
             * @enum {string}
             */
            topic: "change" | "people" | "future" | "service";
            question: string;
            words: string;
        };
        NewcomerView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string;
            name: string;
        };
        ToldView: {
            /** @example Alfreds Futterkiste */
            organization: string;
            said: components["schemas"]["SaidView"][];
            /** @description who was not known before */
            people: components["schemas"]["NewcomerView"][];
        };
        OpenCohortView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            name: string;
            /** @example Vendor Managed Inventory */
            proposition: string;
        };
        OpenCohorts: {
            items: components["schemas"]["OpenCohortView"][];
        };
        Drop: {
            /**
             * @example no_answer
             * @enum {string}
             */
            why: "no_answer" | "wrong_number" | "not_now" | "mistake";
        };
        NeedView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            checkInId: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string;
            /** @example Alfreds Futterkiste */
            organization: string;
            /**
             * @example cost
             * @enum {string}
             */
            kind: "cost" | "availability" | "quality" | "speed" | "people" | "risk" | "growth";
            /** @description as they said it */
            words: string;
            /**
             * @example unserved
             * @enum {string}
             */
            state: "unserved" | "suggested" | "approved" | "refused";
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            cohortId: string | null;
            cohort: string | null;
            /** @description why it was refused, or what sales ops added */
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            decidedBy: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            decidedAt: string | null;
        };
        SuggestedCohort: {
            /**
             * Format: uuid
             * @description null: no cohort fits
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            cohortId: string | null;
        };
        NeedDecision: {
            /** @example true */
            approve: boolean;
            /** @description needed to refuse */
            reason?: string;
        };
        QuestionView: {
            /**
             * @example change
             * @enum {string}
             */
            topic: "change" | "people" | "future" | "service";
            /**
             * @description ends with a question mark
             * @example What has changed since we last spoke?
             */
            text: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
        };
        QuestionsView: {
            items: components["schemas"]["QuestionView"][];
        };
        NewQuestion: {
            /**
             * @example change
             * @enum {string}
             */
            topic: "change" | "people" | "future" | "service";
            /**
             * @description ends with a question mark
             * @example What has changed since we last spoke?
             */
            text: string;
        };
        CapturedMailView: {
            /** @example 17 */
            id: string;
            /** @example <0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b@northwind.example> */
            messageId: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            sender: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            recipient: string;
            subject: string;
            text: string;
            html: string | null;
            /** @description where a bounce goes */
            envelopeFrom: string | null;
            headers: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            capturedAt: string;
        };
        InboundMailView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example <abc@mail.example.com> */
            messageId: string | null;
            /** @example maria.anders@example.com */
            sender: string | null;
            subject: string;
            /**
             * @example bounce
             * @enum {string}
             */
            kind: "bounce" | "complaint" | "auto_reply" | "reply" | "other";
            /**
             * @example new
             * @enum {string}
             */
            state: "new" | "handled" | "unmatched" | "dismissed";
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            mailboxId: string | null;
            /**
             * Format: uuid
             * @description the message of ours that it answers or is about
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            dispatchId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * @example address
             * @enum {string|null}
             */
            matchedBy: "address" | "thread" | "sender" | "person" | null;
            /**
             * @description several would have fitted: the latest was taken
             * @example true
             */
            guessed: boolean;
            /**
             * @example hard
             * @enum {string|null}
             */
            bounceClass: "hard" | "soft" | "policy" | null;
            /**
             * @description of somebody who is away
             * @example 2027-01-04
             */
            returnDate: string | null;
            /** @description the person’s own words */
            replyText: string | null;
            /**
             * @example connected_interested
             * @enum {string|null}
             */
            proposedDisposition: "connected_interested" | "connected_meeting_set" | "connected_callback" | "connected_referred" | "connected_not_now" | "connected_not_interested" | "connected_not_a_fit" | "connected_do_not_call" | "gatekeeper_message" | "gatekeeper_refused" | "voicemail_left" | "no_answer" | "busy" | "wrong_number" | "technical_failure" | null;
            /** @description the whole text */
            text: string | null;
            /**
             * @description false: it is not kept as it came: beyond a megabyte only headers and text were, and after mailsKeptDays nothing is
             * @example true
             */
            whole: boolean;
            /** @description why it could not be carried out yet */
            error: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            receivedAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            handledAt: string | null;
            handledBy: string | null;
            dismissalReason: string | null;
        };
        ArrivalView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example new
             * @enum {string}
             */
            state: "new" | "handled" | "unmatched" | "dismissed";
            /**
             * @description it had come before, and nothing was done now
             * @example true
             */
            repeated: boolean;
        };
        NewMatch: {
            /**
             * Format: uuid
             * @description whose mail it is
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string;
        };
        Dismissal: {
            /** @example A newsletter. */
            reason: string;
        };
        MailboxView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /** @example Replies */
            name: string;
            /** @example imap.example.com */
            host: string;
            /** @example 993 */
            port: number;
            /**
             * @example implicit
             * @enum {string}
             */
            tls: "implicit" | "starttls" | "none";
            /** @example replies@example.com */
            username: string;
            /** @example INBOX */
            folder: string;
            /** @example true */
            active: boolean;
            /**
             * @example waiting
             * @enum {string}
             */
            state: "waiting" | "listening" | "failing";
            /** @example there is no such host. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description when it was last read, or tried
             * @example 2026-12-01T09:00:00Z
             */
            checkedAt: string | null;
            /**
             * @description UID of the last mail that was taken
             * @example 4711
             */
            lastUid: string;
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            updatedAt: string;
        };
        NewMailbox: {
            /** @example Replies */
            name: string;
            /** @example imap.example.com */
            host: string;
            /** @example 993 */
            port: number;
            /**
             * @description implicit unless said otherwise; none only where the line is safe
             * @example implicit
             * @enum {string}
             */
            tls?: "implicit" | "starttls" | "none";
            /** @example replies@example.com */
            username: string;
            /** @description kept sealed, and never shown */
            password: string;
            /** @example INBOX */
            folder?: string;
            /** @example true */
            active?: boolean;
        };
        MailboxChange: {
            name?: string;
            host?: string;
            port?: number;
            /**
             * @example implicit
             * @enum {string}
             */
            tls?: "implicit" | "starttls" | "none";
            username?: string;
            /** @description needed again where host, port, tls or username change */
            password?: string;
            folder?: string;
            /**
             * @description false: it is not read
             * @example true
             */
            active?: boolean;
        };
        CheckView: {
            /** @example true */
            works: boolean;
            /** @description mails in the folder */
            messages: number | null;
            /** @example The server refuses the user or the password. */
            problem: string | null;
        };
        ExpertQuestionView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /**
             * @example open
             * @enum {string}
             */
            state: "open" | "overdue" | "answered";
            question: string;
            name: string | null;
            /** @example maria.anders@example.com */
            replyAddress: string | null;
            /** @example de */
            language: string;
            /**
             * Format: uuid
             * @description null: asked on the open page, by somebody who is not known
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            organizationId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            contactId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            enrolmentId: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            conversationId: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            askedAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            dueAt: string;
            /**
             * @description of the mail that tells the expert
             * @example queued
             * @enum {string}
             */
            mailState: "queued" | "sending" | "sent" | "bounced" | "unknown";
            /** @description the expert’s address, once it was mailed */
            recipient: string | null;
            /** @description the mail server’s own words */
            mailResponse: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            sentAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            answeredAt: string | null;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            answeredBy: string | null;
            answer: string | null;
        };
        NewAnswer: {
            /**
             * @description for colleagues
             * @example Sent the interface guide.
             */
            answer?: string;
        };
        MailSettlement: {
            /**
             * @description not_sent: it is mailed again
             * @example sent
             * @enum {string}
             */
            result: "sent" | "not_sent";
        };
        PageViewView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            propositionId: string;
            /**
             * Format: date
             * @example 2026-12-01
             */
            day: string;
            /** @description the lens that was read; empty: none */
            role: string;
            /**
             * @example person
             * @enum {string}
             */
            kind: "person" | "scanner";
            /** @example 17 */
            views: number;
        };
        WeekView: {
            sent: number;
            bounced: number;
            complained: number;
            /** @description put off by the provider */
            deferred: number;
            unknown: number;
        };
        SenderView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            name: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            address: string;
            replyTo: string | null;
            bounceAddress: string | null;
            smtpHost: string | null;
            smtpPort: number | null;
            /**
             * @example tls
             * @enum {string}
             */
            smtpTls: "tls" | "starttls" | "none";
            smtpUser: string | null;
            /** @example true */
            hasPassword: boolean;
            dkimDomain: string | null;
            dkimSelector: string | null;
            /** @example true */
            signs: boolean;
            perMinute: number;
            perDay: number;
            /**
             * Format: date
             * @example 2026-12-01
             */
            warmUpFrom: string | null;
            warmUpStart: number;
            warmUpGrowth: number;
            /**
             * @example active
             * @enum {string}
             */
            state: "active" | "paused" | "stopped";
            stateReason: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            stateSince: string;
            /** @description 100 spotless, 0 stop; null: nothing sent yet */
            health: number | null;
            week: components["schemas"]["WeekView"];
            revision: number;
        };
        NewSender: {
            /**
             * Format: email
             * @description where answers go, if not to the address
             * @example maria.anders@example.com
             */
            replyTo?: string | null;
            /**
             * Format: email
             * @description a mailbox that Overture reads; each mail gets a return address of its own below it
             * @example maria.anders@example.com
             */
            bounceAddress?: string | null;
            /**
             * @description left out: the house’s own server
             * @example smtp.example.com
             */
            smtpHost?: string | null;
            /** @example 587 */
            smtpPort?: number | null;
            /**
             * @example tls
             * @enum {string}
             */
            smtpTls?: "tls" | "starttls" | "none";
            smtpUser?: string | null;
            /** @description never shown again */
            smtpPassword?: string | null;
            /** @description the signing domain; left out: that of the address */
            dkimDomain?: string | null;
            /** @example overture */
            dkimSelector?: string | null;
            /** @description PEM; never shown again */
            dkimKey?: string | null;
            perMinute?: number;
            perDay?: number;
            /**
             * Format: date
             * @description first day of the warm-up; left out: none
             * @example 2026-12-01
             */
            warmUpFrom?: string | null;
            /** @description mails on the first day */
            warmUpStart?: number;
            /** @description how many times as many the next day */
            warmUpGrowth?: number;
            /** @example Nancy Davolio */
            name: string;
            /**
             * Format: email
             * @example nancy@northwind.example
             */
            address: string;
        };
        ChangedSender: {
            /**
             * Format: email
             * @description where answers go, if not to the address
             * @example maria.anders@example.com
             */
            replyTo?: string | null;
            /**
             * Format: email
             * @description a mailbox that Overture reads; each mail gets a return address of its own below it
             * @example maria.anders@example.com
             */
            bounceAddress?: string | null;
            /**
             * @description left out: the house’s own server
             * @example smtp.example.com
             */
            smtpHost?: string | null;
            /** @example 587 */
            smtpPort?: number | null;
            /**
             * @example tls
             * @enum {string}
             */
            smtpTls?: "tls" | "starttls" | "none";
            smtpUser?: string | null;
            /** @description never shown again */
            smtpPassword?: string | null;
            /** @description the signing domain; left out: that of the address */
            dkimDomain?: string | null;
            /** @example overture */
            dkimSelector?: string | null;
            /** @description PEM; never shown again */
            dkimKey?: string | null;
            perMinute?: number;
            perDay?: number;
            /**
             * Format: date
             * @description first day of the warm-up; left out: none
             * @example 2026-12-01
             */
            warmUpFrom?: string | null;
            /** @description mails on the first day */
            warmUpStart?: number;
            /** @description how many times as many the next day */
            warmUpGrowth?: number;
            name?: string;
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            address?: string;
        };
        SenderStateRequest: {
            /**
             * @description stopped is what Overture does by itself
             * @example active
             * @enum {string}
             */
            state: "active" | "paused";
            /** @example The list was cleaned. */
            reason?: string;
        };
        TrialRequest: {
            /**
             * Format: email
             * @example maria.anders@example.com
             */
            to: string;
        };
        TrialResult: {
            /**
             * @example sent
             * @enum {string}
             */
            result: "sent" | "bounced" | "later" | "unknown";
            /**
             * @description the server’s own words
             * @example 250 2.0.0 OK
             */
            response: string;
        };
        CampaignSenders: {
            /** @description none: the house’s own mail server, in the campaign’s name */
            senderIds: string[];
        };
        WebhookView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            url: string;
            description: string;
            /**
             * @example [
             *       "organization",
             *       "contact"
             *     ]
             */
            kinds: ("organization" | "contact" | "suppression" | "version" | "campaign" | "enrolment" | "message" | "task" | "conversation" | "theme" | "organization.created" | "organization.changed" | "contact.created" | "contact.changed" | "suppression.created" | "suppression.changed" | "version.draft" | "version.in_review" | "version.changes_requested" | "version.approved" | "version.mobilising" | "version.live" | "version.superseded" | "version.retired" | "version.rejected" | "campaign.draft" | "campaign.ready" | "campaign.scheduled" | "campaign.running" | "campaign.paused" | "campaign.in_review" | "campaign.completed" | "campaign.aborted" | "enrolment.pending" | "enrolment.active" | "enrolment.paused" | "enrolment.finished" | "enrolment.bounced" | "enrolment.opted_out" | "enrolment.excluded" | "enrolment.failed" | "message.queued" | "message.sending" | "message.sent" | "message.delivered" | "message.bounced" | "message.failed" | "message.unknown" | "message.suppressed" | "task.open" | "task.claimed" | "task.snoozed" | "task.done" | "task.cancelled" | "conversation.created" | "theme.created" | "theme.changed")[];
            /**
             * @example active
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            /**
             * Format: date-time
             * @description since when nothing was taken
             * @example 2026-12-01T09:00:00Z
             */
            failingSince: string | null;
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        NewWebhook: {
            /** @example https://crm.example.com/overture */
            url: string;
            /** @example CRM of the sales department */
            description?: string;
            /**
             * @description left out: all
             * @example [
             *       "conversation",
             *       "enrolment.finished"
             *     ]
             */
            kinds?: ("organization" | "contact" | "suppression" | "version" | "campaign" | "enrolment" | "message" | "task" | "conversation" | "theme" | "organization.created" | "organization.changed" | "contact.created" | "contact.changed" | "suppression.created" | "suppression.changed" | "version.draft" | "version.in_review" | "version.changes_requested" | "version.approved" | "version.mobilising" | "version.live" | "version.superseded" | "version.retired" | "version.rejected" | "campaign.draft" | "campaign.ready" | "campaign.scheduled" | "campaign.running" | "campaign.paused" | "campaign.in_review" | "campaign.completed" | "campaign.aborted" | "enrolment.pending" | "enrolment.active" | "enrolment.paused" | "enrolment.finished" | "enrolment.bounced" | "enrolment.opted_out" | "enrolment.excluded" | "enrolment.failed" | "message.queued" | "message.sending" | "message.sent" | "message.delivered" | "message.bounced" | "message.failed" | "message.unknown" | "message.suppressed" | "task.open" | "task.claimed" | "task.snoozed" | "task.done" | "task.cancelled" | "conversation.created" | "theme.created" | "theme.changed")[];
        };
        WebhookMade: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            url: string;
            description: string;
            /**
             * @example [
             *       "organization",
             *       "contact"
             *     ]
             */
            kinds: ("organization" | "contact" | "suppression" | "version" | "campaign" | "enrolment" | "message" | "task" | "conversation" | "theme" | "organization.created" | "organization.changed" | "contact.created" | "contact.changed" | "suppression.created" | "suppression.changed" | "version.draft" | "version.in_review" | "version.changes_requested" | "version.approved" | "version.mobilising" | "version.live" | "version.superseded" | "version.retired" | "version.rejected" | "campaign.draft" | "campaign.ready" | "campaign.scheduled" | "campaign.running" | "campaign.paused" | "campaign.in_review" | "campaign.completed" | "campaign.aborted" | "enrolment.pending" | "enrolment.active" | "enrolment.paused" | "enrolment.finished" | "enrolment.bounced" | "enrolment.opted_out" | "enrolment.excluded" | "enrolment.failed" | "message.queued" | "message.sending" | "message.sent" | "message.delivered" | "message.bounced" | "message.failed" | "message.unknown" | "message.suppressed" | "task.open" | "task.claimed" | "task.snoozed" | "task.done" | "task.cancelled" | "conversation.created" | "theme.created" | "theme.changed")[];
            /**
             * @example active
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            /**
             * Format: date-time
             * @description since when nothing was taken
             * @example 2026-12-01T09:00:00Z
             */
            failingSince: string | null;
            revision: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
            /** @description shown this once: verify deliveries with it (Standard Webhooks) */
            secret: string;
        };
        ChangedWebhook: {
            url?: string;
            description?: string;
            /**
             * @example [
             *       "organization",
             *       "contact"
             *     ]
             */
            kinds?: ("organization" | "contact" | "suppression" | "version" | "campaign" | "enrolment" | "message" | "task" | "conversation" | "theme" | "organization.created" | "organization.changed" | "contact.created" | "contact.changed" | "suppression.created" | "suppression.changed" | "version.draft" | "version.in_review" | "version.changes_requested" | "version.approved" | "version.mobilising" | "version.live" | "version.superseded" | "version.retired" | "version.rejected" | "campaign.draft" | "campaign.ready" | "campaign.scheduled" | "campaign.running" | "campaign.paused" | "campaign.in_review" | "campaign.completed" | "campaign.aborted" | "enrolment.pending" | "enrolment.active" | "enrolment.paused" | "enrolment.finished" | "enrolment.bounced" | "enrolment.opted_out" | "enrolment.excluded" | "enrolment.failed" | "message.queued" | "message.sending" | "message.sent" | "message.delivered" | "message.bounced" | "message.failed" | "message.unknown" | "message.suppressed" | "task.open" | "task.claimed" | "task.snoozed" | "task.done" | "task.cancelled" | "conversation.created" | "theme.created" | "theme.changed")[];
            /**
             * @description disabled is what Overture does by itself
             * @example active
             * @enum {string}
             */
            state?: "active" | "paused";
        };
        SecretView: {
            /** @description shown this once; the one before is valid for another day */
            secret: string;
        };
        ReplayRequest: {
            /**
             * Format: date-time
             * @description what failed from then on
             * @example 2026-12-01T09:00:00Z
             */
            since: string;
        };
        Replayed: {
            deliveries: number;
        };
        DeliveryView: {
            /**
             * Format: uuid
             * @description the webhook-id header
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            webhookId: string;
            /** @example 4711 */
            eventId: string;
            /**
             * @example organization.created
             * @enum {string}
             */
            kind: "organization.created" | "organization.changed" | "contact.created" | "contact.changed" | "suppression.created" | "suppression.changed" | "version.draft" | "version.in_review" | "version.changes_requested" | "version.approved" | "version.mobilising" | "version.live" | "version.superseded" | "version.retired" | "version.rejected" | "campaign.draft" | "campaign.ready" | "campaign.scheduled" | "campaign.running" | "campaign.paused" | "campaign.in_review" | "campaign.completed" | "campaign.aborted" | "enrolment.pending" | "enrolment.active" | "enrolment.paused" | "enrolment.finished" | "enrolment.bounced" | "enrolment.opted_out" | "enrolment.excluded" | "enrolment.failed" | "message.queued" | "message.sending" | "message.sent" | "message.delivered" | "message.bounced" | "message.failed" | "message.unknown" | "message.suppressed" | "task.open" | "task.claimed" | "task.snoozed" | "task.done" | "task.cancelled" | "conversation.created" | "theme.created" | "theme.changed";
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            subjectId: string;
            /**
             * @example pending
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed";
            attempts: number;
            /** @example 200 */
            status: number | null;
            /** @description the first words of the answer, or what went wrong */
            answer: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            nextAttemptAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            attemptedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            createdAt: string;
        };
        AuditEntryView: {
            /** @example 4711 */
            id: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            at: string;
            /** @description a user id, or worker, cli, import:<id>, response:<enrolment id> */
            actor: string;
            /**
             * @example insert
             * @enum {string}
             */
            action: "insert" | "update" | "delete";
            /** @example proposition_version */
            entity: string;
            entityId: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
        };
        DispatchingView: {
            /**
             * @example on
             * @enum {string}
             */
            state: "on" | "off";
            /** @description why it was switched; null: never */
            reason: string | null;
            /** @description id of the user, cli, or system */
            changedBy: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            changedAt: string;
            /** @description programs that carry out what waits; none: nothing moves */
            workers: number;
        };
        DispatchingSwitch: {
            /**
             * @example on
             * @enum {string}
             */
            state: "on" | "off";
            /** @example The old house is shut down */
            reason: string;
        };
        ProgramView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            /**
             * @example api
             * @enum {string}
             */
            kind: "api" | "worker";
            /** @example app-1 */
            host: string;
            pid: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description when it last said that it lives
             * @example 2026-12-01T09:00:00Z
             */
            beatAt: string;
            /**
             * @description it missed several beats
             * @example true
             */
            silent: boolean;
        };
        QueueStanding: {
            /**
             * @example imports
             * @enum {string}
             */
            name: "imports" | "verify" | "launch" | "drive" | "send" | "webhooks";
            waiting: number;
            active: number;
            /** @description kept: at most 200 */
            failed: number;
            /**
             * Format: date-time
             * @description of the first that waits
             * @example 2026-12-01T09:00:00Z
             */
            waitingSince: string | null;
        };
        QueuesStanding: {
            programs: components["schemas"]["ProgramView"][];
            queues: components["schemas"]["QueueStanding"][];
        };
        DeadLetterView: {
            /** @example 4kQx0mN1sWb7uT2eYpLr9A */
            id: string;
            /**
             * @example imports
             * @enum {string}
             */
            queue: "imports" | "verify" | "launch" | "drive" | "send" | "webhooks";
            /**
             * @description what the job was about
             * @example {
             *       "shard": 3
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            error: string;
            /** @description how often it failed like this */
            times: number;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            firstAt: string;
            /**
             * Format: date-time
             * @example 2026-12-01T09:00:00Z
             */
            lastAt: string;
        };
        DeadLettersView: {
            /** @description latest first */
            items: components["schemas"]["DeadLetterView"][];
            nextCursor: string | null;
        };
        Replay: {
            /** @description left out: all */
            ids?: string[];
        };
        SavedViewView: {
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            id: string;
            list: string;
            name: string;
            filters: {
                [key: string]: unknown;
            };
            /** @example true */
            shared: boolean;
            /**
             * Format: uuid
             * @example 0199a1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b
             */
            ownerId: string;
        };
        SavedViewsView: {
            items: components["schemas"]["SavedViewView"][];
            nextCursor: string | null;
        };
        NewSavedView: {
            /**
             * @description which list it is of
             * @example organizations
             */
            list: string;
            /** @example Customers in Berlin */
            name: string;
            /**
             * @description a text for each filter
             * @example {
             *       "city": "Berlin",
             *       "relationship": "customer"
             *     }
             */
            filters: {
                [key: string]: unknown;
            };
            /**
             * @description true: everybody sees it
             * @example true
             */
            shared?: boolean;
        };
        SettingFacts: {
            /** @example 24 */
            value: number;
            /** @example claimMinutes */
            name: string;
            default: number;
            min: number;
            max: number;
            about: string;
        };
        SettingsView: {
            items: components["schemas"]["SettingFacts"][];
            nextCursor: string | null;
        };
        SettingValue: {
            /** @example 24 */
            value: number;
        };
        SettingView: {
            /** @example 24 */
            value: number;
            /** @example claimMinutes */
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ChangesController_stream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionsController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionsController_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    SessionsController_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"];
                };
            };
        };
    };
    SessionsController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    SessionsController_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionsController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UsersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: department, state */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description text; commas for any of several, "none" for empty */
                department?: string;
                /** @description one or more of: executive, sales_ops, rep, manager, admin; commas for any of several, "none" for empty */
                roles?: string;
                /** @description one or more of: active, disabled; commas for any of several, "none" for empty */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UserView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["UserView"];
                };
            };
        };
    };
    UsersController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    UsersController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    UsersController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    DepartmentsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Departments"];
                };
            };
        };
    };
    DepartmentsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDepartment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
        };
    };
    DepartmentsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
        };
    };
    OrganizationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "name" | "-name" | "employees" | "-employees" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: id, externalId, domain, industry, sector, country, region, city, relationship, madeUp */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                id?: string;
                /** @description text; commas for any of several, "none" for empty */
                externalId?: string;
                /** @description text; commas for any of several, "none" for empty */
                domain?: string;
                /** @description text; commas for any of several, "none" for empty */
                industry?: string;
                /** @description text; commas for any of several, "none" for empty */
                sector?: string;
                /** @description text; commas for any of several, "none" for empty */
                country?: string;
                /** @description text; commas for any of several, "none" for empty */
                region?: string;
                /** @description text; commas for any of several, "none" for empty */
                city?: string;
                /** @description one or more of: prospect, customer, former_customer, competitor_customer; commas for any of several, "none" for empty */
                relationship?: string;
                /** @description number; commas for any of several, "none" for empty */
                employees?: string;
                /** @description number; commas for any of several, "none" for empty */
                founded?: string;
                /** @description set; commas for any of several, "none" for empty */
                tags?: string;
                /** @description flag; commas for any of several, "none" for empty */
                madeUp?: string;
                /** @description instant; commas for any of several, "none" for empty */
                createdAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["OrganizationView"];
                };
            };
        };
    };
    OrganizationsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganization"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
        };
    };
    OrganizationsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
        };
    };
    OrganizationsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
        };
    };
    OrganizationsController_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeFieldsView"];
                };
            };
        };
    };
    ContactsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: id, externalId, email, emailState, phone, phoneState, preference, madeUp */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                id?: string;
                /** @description text; commas for any of several, "none" for empty */
                externalId?: string;
                /** @description text; commas for any of several, "none" for empty */
                email?: string;
                /** @description one or more of: unverified, valid, risky, invalid, bounced, corrected; commas for any of several, "none" for empty */
                emailState?: string;
                /** @description text; commas for any of several, "none" for empty */
                phone?: string;
                /** @description one or more of: unverified, valid, risky, invalid, corrected; commas for any of several, "none" for empty */
                phoneState?: string;
                /** @description one or more of: any, no_email, no_calls, we_contact_you; commas for any of several, "none" for empty */
                preference?: string;
                /** @description flag; commas for any of several, "none" for empty */
                madeUp?: string;
                /** @description instant; commas for any of several, "none" for empty */
                createdAt?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ContactView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ContactView"];
                };
            };
        };
    };
    ContactsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
        };
    };
    ContactsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
        };
    };
    ContactsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
        };
    };
    ContactsController_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmploymentsView"];
                };
            };
        };
    };
    ContactsController_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEmployment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmploymentView"];
                };
            };
        };
    };
    ContactsController_removeJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ContactsController_changeJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmploymentChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmploymentView"];
                };
            };
        };
    };
    BuyingRolesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyingGroupView"];
                };
            };
        };
    };
    BuyingRolesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBuyingRole"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyingRoleView"];
                };
            };
        };
    };
    BuyingRolesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    BuyingRolesController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuyingRoleChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyingRoleView"];
                };
            };
        };
    };
    SuppressionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: kind, value, reason */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: contact, address, domain, organization, phone, address_hash, phone_hash; commas for any of several, "none" for empty */
                kind?: string;
                /** @description text; commas for any of several, "none" for empty */
                value?: string;
                /** @description one or more of: unsubscribe, do_not_call, hard_bounce, complaint, legal, manual, competitor; commas for any of several, "none" for empty */
                reason?: string;
                /** @description instant; commas for any of several, "none" for empty */
                liftedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SuppressionView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["SuppressionView"];
                };
            };
        };
    };
    SuppressionsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSuppressionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressionView"];
                };
            };
        };
    };
    SuppressionsController_import: {
        parameters: {
            query?: {
                /** @description for lines that give none; manual where left out */
                reason?: "unsubscribe" | "do_not_call" | "hard_bounce" | "complaint" | "legal" | "manual" | "competitor";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressionListView"];
                };
            };
        };
    };
    SuppressionsController_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingView"];
                };
            };
        };
    };
    SuppressionsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressionView"];
                };
            };
        };
    };
    SuppressionsController_lift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiftRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressionView"];
                };
            };
        };
    };
    PrivacyController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentsView"];
                };
            };
        };
    };
    PrivacyController_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConsent"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentView"];
                };
            };
        };
    };
    PrivacyController_data: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataView"];
                };
            };
        };
    };
    PrivacyController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureView"];
                };
            };
        };
    };
    UpsertsController_organization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationView"];
                };
            };
        };
    };
    UpsertsController_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactUpsert"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
        };
    };
    UpsertsController_organizationBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganizationBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
        };
    };
    UpsertsController_contactBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContactBatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
        };
    };
    ImportsController_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFieldsView"];
                };
            };
        };
    };
    ImportsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, kind, createdBy */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: uploading, uploaded, queued, running, checked, done, failed, undoing, undone; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: organizations, contacts, both; commas for any of several, "none" for empty */
                kind?: string;
                /** @description id; commas for any of several, "none" for empty */
                createdBy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportSummary"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ImportSummary"];
                };
            };
        };
    };
    ImportsController_upload: {
        parameters: {
            query: {
                encoding?: string;
                delimiter?: "comma" | "semicolon" | "tab" | "pipe";
                kind: "organizations" | "contacts" | "both";
                filename: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ImportsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ImportsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ImportsController_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ImportsController_dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ImportsController_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ImportsController_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
        };
    };
    ImportsController_changes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: entity, entityId, outcome */
                count?: string;
                /** @description text; commas for any of several, "none" for empty */
                entity?: string;
                /** @description id; commas for any of several, "none" for empty */
                entityId?: string;
                /** @description one or more of: undone, in_use, changed_since, gone; commas for any of several, "none" for empty */
                outcome?: string;
                /** @description number; commas for any of several, "none" for empty */
                line?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportChangeView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ImportChangeView"];
                };
            };
        };
    };
    ImportsController_refusals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ImportsController_warnings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PropositionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt" | "title" | "-title";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, live, createdBy */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: draft, in_review, changes_requested, approved, mobilising, live, superseded, retired, rejected; commas for any of several, "none" for empty */
                state?: string;
                /** @description flag; commas for any of several, "none" for empty */
                live?: string;
                /** @description id; commas for any of several, "none" for empty */
                createdBy?: string;
                /** @description instant; commas for any of several, "none" for empty */
                createdAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PropositionView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["PropositionView"];
                };
            };
        };
    };
    PropositionsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProposition"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PropositionView"];
                };
            };
        };
    };
    PropositionsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PropositionView"];
                };
            };
        };
    };
    PropositionsController_next: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    PresenceController_here: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceView"];
                };
            };
        };
    };
    VersionsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    VersionsController_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    VersionsController_compare: {
        parameters: {
            query: {
                /** @description the version to compare with: its text is `before` */
                with: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonView"];
                };
            };
        };
    };
    VersionsController_addAuthor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    VersionsController_removeAuthor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    VersionsController_cite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CitationAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    VersionsController_removeCitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                themeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ApprovalsController_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    ApprovalsController_recall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    ApprovalsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "dueAt" | "-dueAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: mine, overdue, state, department, versionId */
                count?: string;
                /** @description flag; commas for any of several, "none" for empty */
                mine?: string;
                /** @description flag; commas for any of several, "none" for empty */
                overdue?: string;
                /** @description one or more of: pending, approve, approve_with_changes, reject, recalled; commas for any of several, "none" for empty */
                state?: string;
                /** @description text; commas for any of several, "none" for empty */
                department?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
                /** @description instant; commas for any of several, "none" for empty */
                dueAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApprovalView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ApprovalView"];
                };
            };
        };
    };
    ApprovalsController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalView"];
                };
            };
        };
    };
    DelegationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "endsAt" | "-endsAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: fromUser, toUser, active */
                count?: string;
                /** @description id; commas for any of several, "none" for empty */
                fromUser?: string;
                /** @description id; commas for any of several, "none" for empty */
                toUser?: string;
                /** @description flag; commas for any of several, "none" for empty */
                active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DelegationView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["DelegationView"];
                };
            };
        };
    };
    DelegationsController_give: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDelegation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationView"];
                };
            };
        };
    };
    DelegationsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    InternalObjectionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "raisedAt" | "-raisedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: department, severity, resolved */
                count?: string;
                /** @description text; commas for any of several, "none" for empty */
                department?: string;
                /** @description one or more of: low, medium, high; commas for any of several, "none" for empty */
                severity?: string;
                /** @description flag; commas for any of several, "none" for empty */
                resolved?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InternalObjectionView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["InternalObjectionView"];
                };
            };
        };
    };
    InternalObjectionsController_raise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInternalObjection"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalObjectionView"];
                };
            };
        };
    };
    InternalObjectionsController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resolution"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalObjectionView"];
                };
            };
        };
    };
    CommentsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "at" | "-at";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: kind, userId */
                count?: string;
                /** @description one or more of: comment, suggestion; commas for any of several, "none" for empty */
                kind?: string;
                /** @description id; commas for any of several, "none" for empty */
                userId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CommentView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["CommentView"];
                };
            };
        };
    };
    CommentsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentView"];
                };
            };
        };
    };
    MobilisationItemsController_all: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "dueOn" | "-dueOn" | "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: department, state, required, ownerId, versionId */
                count?: string;
                /** @description text; commas for any of several, "none" for empty */
                department?: string;
                /** @description one or more of: open, done, waived; commas for any of several, "none" for empty */
                state?: string;
                /** @description flag; commas for any of several, "none" for empty */
                required?: string;
                /** @description id; commas for any of several, "none" for empty */
                ownerId?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MobilisationItemView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["MobilisationItemView"];
                };
            };
        };
    };
    MobilisationItemsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "dueOn" | "-dueOn" | "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: department, state, required, ownerId, versionId */
                count?: string;
                /** @description text; commas for any of several, "none" for empty */
                department?: string;
                /** @description one or more of: open, done, waived; commas for any of several, "none" for empty */
                state?: string;
                /** @description flag; commas for any of several, "none" for empty */
                required?: string;
                /** @description id; commas for any of several, "none" for empty */
                ownerId?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MobilisationItemView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["MobilisationItemView"];
                };
            };
        };
    };
    MobilisationItemsController_make: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMobilisationItem"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobilisationItemView"];
                };
            };
        };
    };
    MobilisationItemsController_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Completion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobilisationItemView"];
                };
            };
        };
    };
    MobilisationItemsController_waive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Waiver"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MobilisationItemView"];
                };
            };
        };
    };
    LifecycleController_blockers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessView"];
                };
            };
        };
    };
    LifecycleController_goLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    LifecycleController_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetirementReason"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    TranslationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "language" | "-language" | "translatedAt" | "-translatedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: language */
                count?: string;
                /** @description text; commas for any of several, "none" for empty */
                language?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TranslationView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["TranslationView"];
                };
            };
        };
    };
    TranslationsController_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTranslation"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranslationView"];
                };
            };
        };
    };
    TranslationsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AssetsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "position" | "-position" | "reviewBy" | "-reviewBy" | "title" | "-title";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: kind, buyingJob, role, language */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: guide, checklist, calculation, comparison, case_study, business_case, technical, security, contract, video, other; commas for any of several, "none" for empty */
                kind?: string;
                /** @description one or more of: problem_identification, solution_exploration, requirements_building, supplier_selection, validation, consensus_creation; commas for any of several, "none" for empty */
                buyingJob?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description text; commas for any of several, "none" for empty */
                language?: string;
                /** @description instant; commas for any of several, "none" for empty */
                reviewBy?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AssetView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["AssetView"];
                };
            };
        };
    };
    AssetsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAsset"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetView"];
                };
            };
        };
    };
    AssetsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetView"];
                };
            };
        };
    };
    AssetsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AssetsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetView"];
                };
            };
        };
    };
    PeersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt" | "consentUntil" | "-consentUntil";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: contactId, organizationId */
                count?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description instant; commas for any of several, "none" for empty */
                consentUntil?: string;
                /** @description instant; commas for any of several, "none" for empty */
                withdrawnAt?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PeerView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["PeerView"];
                };
            };
        };
    };
    PeersController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPeer"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerView"];
                };
            };
        };
    };
    PeersController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerView"];
                };
            };
        };
    };
    PeersController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeerChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerView"];
                };
            };
        };
    };
    PeersController_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeerView"];
                };
            };
        };
    };
    ExpertsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertView"];
                };
            };
        };
    };
    ExpertsController_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExpert"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertView"];
                };
            };
        };
    };
    ExpertsController_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CohortsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt" | "name" | "-name";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: versionId */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CohortView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["CohortView"];
                };
            };
        };
    };
    CohortsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCohort"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortView"];
                };
            };
        };
    };
    CohortsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortView"];
                };
            };
        };
    };
    CohortsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CohortChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortView"];
                };
            };
        };
    };
    CohortPreviewsController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTerms"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
        };
    };
    CohortPreviewsController_previewOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
        };
    };
    CohortPreviewsController_organizations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: reason */
                count?: string;
                /** @description one or more of: suppressed, in_another_campaign, no_decision_maker, reached_elsewhere, nobody_reachable, manual; commas for any of several, "none" for empty */
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExcludedOrganizationView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ExcludedOrganizationView"];
                };
            };
        };
    };
    CohortPreviewsController_people: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: reason */
                count?: string;
                /** @description one or more of: suppressed, in_another_campaign, no_verified_address, erased, manual; commas for any of several, "none" for empty */
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExcludedPersonView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ExcludedPersonView"];
                };
            };
        };
    };
    RulesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FieldView"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    RulesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleToRead"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
        };
    };
    SnapshotsController_freeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotView"];
                };
            };
        };
    };
    SnapshotsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "frozenAt" | "-frozenAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: cohortId, versionId */
                count?: string;
                /** @description id; commas for any of several, "none" for empty */
                cohortId?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SnapshotView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["SnapshotView"];
                };
            };
        };
    };
    SnapshotsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotView"];
                };
            };
        };
    };
    SnapshotsController_members: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "stratum" | "-stratum";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: excluded, holdOut, stratum, organizationId */
                count?: string;
                /** @description one or more of: suppressed, in_another_campaign, no_decision_maker, reached_elsewhere, nobody_reachable, manual; commas for any of several, "none" for empty */
                excluded?: string;
                /** @description flag; commas for any of several, "none" for empty */
                holdOut?: string;
                /** @description text; commas for any of several, "none" for empty */
                stratum?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SnapshotOrganizationView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["SnapshotOrganizationView"];
                };
            };
        };
    };
    SnapshotsController_people: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "ordinal" | "-ordinal";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: excluded, holdOut, role, organizationId, contactId */
                count?: string;
                /** @description one or more of: suppressed, in_another_campaign, no_verified_address, erased, manual; commas for any of several, "none" for empty */
                excluded?: string;
                /** @description flag; commas for any of several, "none" for empty */
                holdOut?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SnapshotContactView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["SnapshotContactView"];
                };
            };
        };
    };
    ClaimsController_claim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaim"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCard"];
                };
            };
            /** @description there is no work */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClaimsController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    ClaimsController_giveBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TasksController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "contribution" | "-contribution" | "dueAt" | "-dueAt" | "createdAt" | "-createdAt" | "closedAt" | "-closedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, kind, campaignId, organizationId, contactId, enrolmentId, repId, claimedBy, closedBy, disposition */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: open, claimed, snoozed, done, cancelled; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: call, task, reply, fix_contact, find_contact, colleague_replied, group_session, notice; commas for any of several, "none" for empty */
                kind?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description id; commas for any of several, "none" for empty */
                enrolmentId?: string;
                /** @description id; commas for any of several, "none" for empty */
                repId?: string;
                /** @description id; commas for any of several, "none" for empty */
                claimedBy?: string;
                /** @description id; commas for any of several, "none" for empty */
                closedBy?: string;
                /** @description one or more of: connected_interested, connected_meeting_set, connected_callback, connected_referred, connected_not_now, connected_not_interested, connected_not_a_fit, connected_do_not_call, gatekeeper_message, gatekeeper_refused, voicemail_left, no_answer, busy, wrong_number, technical_failure; commas for any of several, "none" for empty */
                disposition?: string;
                /** @description instant; commas for any of several, "none" for empty */
                dueAt?: string;
                /** @description instant; commas for any of several, "none" for empty */
                closedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TaskRow"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["TaskRow"];
                };
            };
        };
    };
    TasksController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    TasksController_reassign: {
        parameters: {
            query?: {
                /** @description text to look for */
                q?: string;
                /** @description one or more of: open, claimed, snoozed, done, cancelled; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: call, task, reply, fix_contact, find_contact, colleague_replied, group_session, notice; commas for any of several, "none" for empty */
                kind?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description id; commas for any of several, "none" for empty */
                enrolmentId?: string;
                /** @description id; commas for any of several, "none" for empty */
                repId?: string;
                /** @description id; commas for any of several, "none" for empty */
                claimedBy?: string;
                /** @description id; commas for any of several, "none" for empty */
                closedBy?: string;
                /** @description one or more of: connected_interested, connected_meeting_set, connected_callback, connected_referred, connected_not_now, connected_not_interested, connected_not_a_fit, connected_do_not_call, gatekeeper_message, gatekeeper_refused, voicemail_left, no_answer, busy, wrong_number, technical_failure; commas for any of several, "none" for empty */
                disposition?: string;
                /** @description instant; commas for any of several, "none" for empty */
                dueAt?: string;
                /** @description instant; commas for any of several, "none" for empty */
                closedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reassignments"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyDone"];
                };
            };
        };
    };
    TasksController_snooze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Snooze"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCard"];
                };
            };
        };
    };
    OwnershipsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipView"];
                };
            };
        };
    };
    OwnershipsController_reassign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reassignment"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipView"];
                };
            };
        };
    };
    DispositionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispositions"];
                };
            };
        };
    };
    AbsencesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "startsAt" | "-startsAt" | "endsAt" | "-endsAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: userId, coverId */
                count?: string;
                /** @description id; commas for any of several, "none" for empty */
                userId?: string;
                /** @description id; commas for any of several, "none" for empty */
                coverId?: string;
                /** @description instant; commas for any of several, "none" for empty */
                startsAt?: string;
                /** @description instant; commas for any of several, "none" for empty */
                endsAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AbsenceView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["AbsenceView"];
                };
            };
        };
    };
    AbsencesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAbsence"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceView"];
                };
            };
        };
    };
    QueueController_get: {
        parameters: {
            query?: {
                /** @description when the rep’s day began; a day ago, where left out */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueView"];
                };
            };
        };
    };
    QueueBufferController_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueBuffer"];
                };
            };
        };
    };
    ClosedDaysController_calendar: {
        parameters: {
            query: {
                year: number;
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
        };
    };
    ClosedDaysController_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClosedDaysBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ClosedDaysController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PlaysController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt" | "reviewOn" | "-reviewOn";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: purpose, state */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: stimulate, challenge, inform, order_take; commas for any of several, "none" for empty */
                purpose?: string;
                /** @description one or more of: current, review_due, archived; commas for any of several, "none" for empty */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlayView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["PlayView"];
                };
            };
        };
    };
    PlaysController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlay"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayView"];
                };
            };
        };
    };
    PlaysController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayDraft"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayCheck"];
                };
            };
        };
    };
    PlaysController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayView"];
                };
            };
        };
    };
    PlaysController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlayChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlayView"];
                };
            };
        };
    };
    CampaignsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "name" | "-name" | "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, versionId, snapshotId, playId */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: draft, ready, scheduled, running, paused, in_review, completed, aborted; commas for any of several, "none" for empty */
                state?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
                /** @description id; commas for any of several, "none" for empty */
                snapshotId?: string;
                /** @description id; commas for any of several, "none" for empty */
                playId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignRowView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["CampaignRowView"];
                };
            };
        };
    };
    CampaignsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    CampaignsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    CampaignsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    CampaignsController_blockers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightView"];
                };
            };
        };
    };
    CampaignsController_launch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    CampaignsController_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    CampaignsController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionalReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    CampaignsController_abort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
        };
    };
    CampaignsController_waves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WavesView"];
                };
            };
        };
    };
    CampaignsController_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                ordinal: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionalReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MonitorController_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignChangesView"];
                };
            };
        };
    };
    MonitorController_progress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressView"];
                };
            };
        };
    };
    MonitorController_pace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaceView"];
                };
            };
        };
    };
    MonitorController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MonitorController_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
        };
    };
    MonitorController_byOrganization: {
        parameters: {
            query: {
                cursor: string;
                limit: string;
                gaps: string;
                q: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationCoveragesView"];
                };
            };
        };
    };
    EnrolmentsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id" | "nextActionAt" | "-nextActionAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: campaignId, organizationId, contactId, state, reason, deferred, role, conversed, holdOut, late */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description one or more of: pending, active, paused, finished, bounced, opted_out, excluded, failed; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: manual, out_of_office, colleague_reply, group_session, replied, meeting_booked, not_before, replied, meeting_booked, won, declined, not_a_fit, unreachable, completed, suppressed, erased, campaign_aborted, poison, unknown_dispatch, contacts_us; commas for any of several, "none" for empty */
                reason?: string;
                /** @description text; commas for any of several, "none" for empty */
                deferred?: string;
                /** @description number; commas for any of several, "none" for empty */
                wave?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description number; commas for any of several, "none" for empty */
                touches?: string;
                /** @description flag; commas for any of several, "none" for empty */
                conversed?: string;
                /** @description flag; commas for any of several, "none" for empty */
                holdOut?: string;
                /** @description flag; commas for any of several, "none" for empty */
                late?: string;
                /** @description instant; commas for any of several, "none" for empty */
                endedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EnrolmentView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["EnrolmentView"];
                };
            };
        };
    };
    EnrolmentsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentView"];
                };
            };
        };
    };
    EnrolmentsController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentEventsView"];
                };
            };
        };
    };
    EnrolmentsController_exclude: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Exclusion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    EnrolmentsController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentView"];
                };
            };
        };
    };
    EnrolmentsController_excludeMany: {
        parameters: {
            query?: {
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description one or more of: pending, active, paused, finished, bounced, opted_out, excluded, failed; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: manual, out_of_office, colleague_reply, group_session, replied, meeting_booked, not_before, replied, meeting_booked, won, declined, not_a_fit, unreachable, completed, suppressed, erased, campaign_aborted, poison, unknown_dispatch, contacts_us; commas for any of several, "none" for empty */
                reason?: string;
                /** @description text; commas for any of several, "none" for empty */
                deferred?: string;
                /** @description number; commas for any of several, "none" for empty */
                wave?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description number; commas for any of several, "none" for empty */
                touches?: string;
                /** @description flag; commas for any of several, "none" for empty */
                conversed?: string;
                /** @description flag; commas for any of several, "none" for empty */
                holdOut?: string;
                /** @description flag; commas for any of several, "none" for empty */
                late?: string;
                /** @description instant; commas for any of several, "none" for empty */
                endedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Exclusions"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyDone"];
                };
            };
        };
    };
    EnrolmentsController_retryMany: {
        parameters: {
            query?: {
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description one or more of: pending, active, paused, finished, bounced, opted_out, excluded, failed; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: manual, out_of_office, colleague_reply, group_session, replied, meeting_booked, not_before, replied, meeting_booked, won, declined, not_a_fit, unreachable, completed, suppressed, erased, campaign_aborted, poison, unknown_dispatch, contacts_us; commas for any of several, "none" for empty */
                reason?: string;
                /** @description text; commas for any of several, "none" for empty */
                deferred?: string;
                /** @description number; commas for any of several, "none" for empty */
                wave?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description number; commas for any of several, "none" for empty */
                touches?: string;
                /** @description flag; commas for any of several, "none" for empty */
                conversed?: string;
                /** @description flag; commas for any of several, "none" for empty */
                holdOut?: string;
                /** @description flag; commas for any of several, "none" for empty */
                late?: string;
                /** @description instant; commas for any of several, "none" for empty */
                endedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Many"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyDone"];
                };
            };
        };
    };
    EnrolmentsController_dispatches: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: campaignId, enrolmentId, state, errorClass, senderId, deferred */
                count?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                enrolmentId?: string;
                /** @description one or more of: queued, sending, sent, delivered, bounced, failed, unknown, suppressed; commas for any of several, "none" for empty */
                state?: string;
                /** @description text; commas for any of several, "none" for empty */
                errorClass?: string;
                /** @description id; commas for any of several, "none" for empty */
                senderId?: string;
                /** @description text; commas for any of several, "none" for empty */
                deferred?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MessageView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["MessageView"];
                };
            };
        };
    };
    EnrolmentsController_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageSettlement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageSettlement"];
                };
            };
        };
    };
    BriefController_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BriefView"];
                };
            };
        };
    };
    MailPreviewsController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreview"];
                };
            };
        };
    };
    MailPreviewsController_showStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepPreviewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepPreview"];
                };
            };
        };
    };
    MailPreviewsController_mergeFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeFieldsView"];
                };
            };
        };
    };
    PowerController_get: {
        parameters: {
            query?: {
                /** @description in how many of a hundred held-out organizations a contact is interested anyway */
                base?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PowerView"];
                };
            };
        };
    };
    ConversationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "recordedAt" | "-recordedAt" | "occurredAt" | "-occurredAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: versionId, campaignId, enrolmentId, organizationId, contactId, sessionId, repId, source, role, industry, stepKey, connected, latest, competitor, quoted, disposition, sentiment, interest, simulated */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                enrolmentId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description id; commas for any of several, "none" for empty */
                sessionId?: string;
                /** @description id; commas for any of several, "none" for empty */
                repId?: string;
                /** @description one or more of: rep, response_page, reply; commas for any of several, "none" for empty */
                source?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description text; commas for any of several, "none" for empty */
                industry?: string;
                /** @description text; commas for any of several, "none" for empty */
                stepKey?: string;
                /** @description flag; commas for any of several, "none" for empty */
                connected?: string;
                /** @description flag; commas for any of several, "none" for empty */
                latest?: string;
                /** @description text; commas for any of several, "none" for empty */
                competitor?: string;
                /** @description flag; commas for any of several, "none" for empty */
                quoted?: string;
                /** @description one or more of: connected_interested, connected_meeting_set, connected_callback, connected_referred, connected_not_now, connected_not_interested, connected_not_a_fit, connected_do_not_call, gatekeeper_message, gatekeeper_refused, voicemail_left, no_answer, busy, wrong_number, technical_failure; commas for any of several, "none" for empty */
                disposition?: string;
                /** @description one or more of: positive, neutral, negative, hostile; commas for any of several, "none" for empty */
                sentiment?: string;
                /** @description one or more of: none, aware, curious, active, commits_next_step, unknown; commas for any of several, "none" for empty */
                interest?: string;
                /** @description one or more of: price_value, budget, no_need, status_quo, timing, authority, trust, competitor_incumbent, product_gap, implementation_disruption, risk_organizational, risk_personal, loss_of_control, data_security, contract_terms, brush_off; commas for any of several, "none" for empty */
                objection?: string;
                /** @description flag; commas for any of several, "none" for empty */
                simulated?: string;
                /** @description instant; commas for any of several, "none" for empty */
                recordedAt?: string;
                /** @description instant; commas for any of several, "none" for empty */
                occurredAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedConversation"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ListedConversation"];
                };
            };
        };
    };
    ConversationsController_log: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConversation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRecord"];
                };
            };
        };
    };
    ConversationsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRecord"];
                };
            };
        };
    };
    ConversationsController_meeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
    ResolutionsController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewResolution"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionView"];
                };
            };
        };
    };
    ThemesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "raisedAt" | "-raisedAt" | "decidedAt" | "-decidedAt" | "title" | "-title";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: propositionId, versionId, objection, decision, ownerId */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                propositionId?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
                /** @description one or more of: price_value, budget, no_need, status_quo, timing, authority, trust, competitor_incumbent, product_gap, implementation_disruption, risk_organizational, risk_personal, loss_of_control, data_security, contract_terms, brush_off; commas for any of several, "none" for empty */
                objection?: string;
                /** @description one or more of: change, keep, more_data, retire; commas for any of several, "none" for empty */
                decision?: string;
                /** @description id; commas for any of several, "none" for empty */
                ownerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ThemeView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ThemeView"];
                };
            };
        };
    };
    ThemesController_raise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTheme"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeDetail"];
                };
            };
        };
    };
    ThemesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeDetail"];
                };
            };
        };
    };
    ThemesController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewThemeDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeDetail"];
                };
            };
        };
    };
    ThemesController_suggest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
        };
    };
    ScoreboardController_get: {
        parameters: {
            query?: {
                campaignId?: string;
                role?: "economic_buyer" | "decision_maker" | "champion" | "executive_sponsor" | "technical_evaluator" | "end_user" | "influencer" | "legal_procurement" | "gatekeeper_appointed" | "gatekeeper_self_appointed" | "blocker" | "coach" | "other" | "unknown";
                industry?: string;
                /** @description people: of his organizations; conversations: those he had */
                repId?: string;
                step?: string;
                /** @description from when on it was said, or sent */
                from?: string;
                /** @description until when */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreboardView"];
                };
            };
        };
    };
    PeopleController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id" | "firstTouchAt" | "-firstTouchAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: campaignId, organizationId, role, industry, repId, state, interest */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
                /** @description one or more of: enrolled, held_out, mailed, reached, replied, conversed, interested, meeting, influential; commas for any of several, "none" for empty */
                countedAs?: string;
                /** @description text; commas for any of several, "none" for empty */
                step?: string;
                /** @description instant; commas for any of several, "none" for empty */
                at?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description text; commas for any of several, "none" for empty */
                industry?: string;
                /** @description id; commas for any of several, "none" for empty */
                repId?: string;
                /** @description one or more of: pending, active, paused, finished, bounced, opted_out, excluded, failed; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: none, aware, curious, active, commits_next_step, unknown; commas for any of several, "none" for empty */
                interest?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CountedPersonView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["CountedPersonView"];
                };
            };
        };
    };
    LessonsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt" | "helped" | "-helped";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: role, industry, objection, versionId, campaignId, taskId, authorId */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: economic_buyer, decision_maker, champion, executive_sponsor, technical_evaluator, end_user, influencer, legal_procurement, gatekeeper_appointed, gatekeeper_self_appointed, blocker, coach, other, unknown; commas for any of several, "none" for empty */
                role?: string;
                /** @description text; commas for any of several, "none" for empty */
                industry?: string;
                /** @description one or more of: price_value, budget, no_need, status_quo, timing, authority, trust, competitor_incumbent, product_gap, implementation_disruption, risk_organizational, risk_personal, loss_of_control, data_security, contract_terms, brush_off; commas for any of several, "none" for empty */
                objection?: string;
                /** @description id; commas for any of several, "none" for empty */
                versionId?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                taskId?: string;
                /** @description id; commas for any of several, "none" for empty */
                authorId?: string;
                /** @description number; commas for any of several, "none" for empty */
                helped?: string;
                /** @description instant; commas for any of several, "none" for empty */
                createdAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LessonView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["LessonView"];
                };
            };
        };
    };
    LessonsController_write: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLesson"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonView"];
                };
            };
        };
    };
    LessonsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonView"];
                };
            };
        };
    };
    LessonsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    LessonsController_mark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMark"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonView"];
                };
            };
        };
    };
    LessonsController_fitting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FittingLessons"];
                };
            };
        };
    };
    GroupSessionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "heldAt" | "-heldAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: organizationId, campaignId, repId */
                count?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                campaignId?: string;
                /** @description id; commas for any of several, "none" for empty */
                repId?: string;
                /** @description instant; commas for any of several, "none" for empty */
                heldAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GroupSessionView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["GroupSessionView"];
                };
            };
        };
    };
    GroupSessionsController_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGroupConversation"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSessionRecord"];
                };
            };
        };
    };
    GroupSessionsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupSessionRecord"];
                };
            };
        };
    };
    BuyerMapController_get: {
        parameters: {
            query?: {
                /** @description left out: what was offered there last */
                propositionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyerMapView"];
                };
            };
        };
    };
    BuyerMapController_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                propositionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuyingPlanBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuyingPlanView"];
                };
            };
        };
    };
    BuyerMapController_changeRisk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                riskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedRisk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskStandingView"];
                };
            };
        };
    };
    ResultsController_all: {
        parameters: {
            query?: {
                /** @description left out: of all propositions */
                propositionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultsView"];
                };
            };
        };
    };
    ResultsController_trend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendView"];
                };
            };
        };
    };
    VerdictsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictView"];
                };
            };
        };
    };
    CheckInsController_due: {
        parameters: {
            query?: {
                reason?: ("age" | "silence" | "inbound_only" | "change")[];
                tier?: ("small" | "medium" | "large")[];
                ownerId?: string[];
                /** @description nextCursor of the page before */
                cursor?: string;
                limit?: number;
                /** @description anything: counts by reason and tier come along */
                count?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueView"];
                };
            };
        };
    };
    CheckInsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "startedAt" | "-startedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, organizationId, doneBy, forOwner */
                count?: string;
                /** @description one or more of: open, done, dropped; commas for any of several, "none" for empty */
                state?: string;
                /** @description number; commas for any of several, "none" for empty */
                gap?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                doneBy?: string;
                /** @description id; commas for any of several, "none" for empty */
                forOwner?: string;
                /** @description instant; commas for any of several, "none" for empty */
                endedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ListedCheckIn"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ListedCheckIn"];
                };
            };
        };
    };
    CheckInsController_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCheckIn"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInView"];
                };
            };
        };
    };
    CheckInsController_summary: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInSummaryView"];
                };
            };
        };
    };
    CheckInsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInView"];
                };
            };
        };
    };
    CheckInsController_finish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInAnswers"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInView"];
                };
            };
        };
    };
    CheckInsController_told: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToldView"];
                };
            };
        };
    };
    CheckInsController_cohorts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenCohorts"];
                };
            };
        };
    };
    CheckInsController_drop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Drop"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckInView"];
                };
            };
        };
    };
    NeedsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, kind, organizationId, checkInId, cohortId */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: unserved, suggested, approved, refused; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: cost, availability, quality, speed, people, risk, growth; commas for any of several, "none" for empty */
                kind?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                checkInId?: string;
                /** @description id; commas for any of several, "none" for empty */
                cohortId?: string;
                /** @description instant; commas for any of several, "none" for empty */
                createdAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NeedView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedsController_suggest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestedCohort"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    NeedsController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NeedDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    CheckInQuestionsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionsView"];
                };
            };
        };
    };
    CheckInQuestionsController_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
        };
    };
    CheckInQuestionsController_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    CapturedMailController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: recipient, messageId */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description text; commas for any of several, "none" for empty */
                recipient?: string;
                /** @description text; commas for any of several, "none" for empty */
                messageId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CapturedMailView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["CapturedMailView"];
                };
            };
        };
    };
    InboundMailsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "receivedAt" | "-receivedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, kind, bounceClass, guessed, matchedBy, sender, messageId, mailboxId, enrolmentId, dispatchId, contactId */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: new, handled, unmatched, dismissed; commas for any of several, "none" for empty */
                state?: string;
                /** @description one or more of: bounce, complaint, auto_reply, reply, other; commas for any of several, "none" for empty */
                kind?: string;
                /** @description one or more of: hard, soft, policy; commas for any of several, "none" for empty */
                bounceClass?: string;
                /** @description flag; commas for any of several, "none" for empty */
                guessed?: string;
                /** @description one or more of: address, thread, sender, person; commas for any of several, "none" for empty */
                matchedBy?: string;
                /** @description text; commas for any of several, "none" for empty */
                sender?: string;
                /** @description text; commas for any of several, "none" for empty */
                messageId?: string;
                /** @description id; commas for any of several, "none" for empty */
                mailboxId?: string;
                /** @description id; commas for any of several, "none" for empty */
                enrolmentId?: string;
                /** @description id; commas for any of several, "none" for empty */
                dispatchId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description instant; commas for any of several, "none" for empty */
                receivedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InboundMailView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["InboundMailView"];
                };
            };
        };
    };
    InboundMailsController_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArrivalView"];
                };
            };
        };
    };
    InboundMailsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMailView"];
                };
            };
        };
    };
    InboundMailsController_match: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMatch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMailView"];
                };
            };
        };
    };
    InboundMailsController_dismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMailView"];
                };
            };
        };
    };
    MailboxesController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "name" | "-name";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, active */
                count?: string;
                /** @description one or more of: waiting, listening, failing; commas for any of several, "none" for empty */
                state?: string;
                /** @description flag; commas for any of several, "none" for empty */
                active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailboxView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["MailboxView"];
                };
            };
        };
    };
    MailboxesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMailbox"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxView"];
                };
            };
        };
    };
    MailboxesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxView"];
                };
            };
        };
    };
    MailboxesController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MailboxesController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailboxChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxView"];
                };
            };
        };
    };
    MailboxesController_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
        };
    };
    QuestionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "dueAt" | "-dueAt" | "askedAt" | "-askedAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state, propositionId, organizationId, contactId, mailState */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: open, overdue, answered; commas for any of several, "none" for empty */
                state?: string;
                /** @description id; commas for any of several, "none" for empty */
                propositionId?: string;
                /** @description id; commas for any of several, "none" for empty */
                organizationId?: string;
                /** @description id; commas for any of several, "none" for empty */
                contactId?: string;
                /** @description one or more of: queued, sending, sent, bounced, unknown; commas for any of several, "none" for empty */
                mailState?: string;
                /** @description instant; commas for any of several, "none" for empty */
                dueAt?: string;
                /** @description instant; commas for any of several, "none" for empty */
                askedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExpertQuestionView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["ExpertQuestionView"];
                };
            };
        };
    };
    QuestionsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertQuestionView"];
                };
            };
        };
    };
    QuestionsController_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertQuestionView"];
                };
            };
        };
    };
    QuestionsController_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailSettlement"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpertQuestionView"];
                };
            };
        };
    };
    PageViewsController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "day" | "-day";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: role, kind */
                count?: string;
                /** @description instant; commas for any of several, "none" for empty */
                day?: string;
                /** @description text; commas for any of several, "none" for empty */
                role?: string;
                /** @description one or more of: person, scanner; commas for any of several, "none" for empty */
                kind?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PageViewView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["PageViewView"];
                };
            };
        };
    };
    SendersController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "name" | "-name";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: active, paused, stopped; commas for any of several, "none" for empty */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SenderView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["SenderView"];
                };
            };
        };
    };
    SendersController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSender"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderView"];
                };
            };
        };
    };
    SendersController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderView"];
                };
            };
        };
    };
    SendersController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedSender"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderView"];
                };
            };
        };
    };
    SendersController_setState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SenderStateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderView"];
                };
            };
        };
    };
    SendersController_trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialResult"];
                };
            };
        };
    };
    SendersController_ofCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignSenders"];
                };
            };
        };
    };
    SendersController_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignSenders"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignSenders"];
                };
            };
        };
    };
    WebhooksController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: state */
                count?: string;
                /** @description text to look for */
                q?: string;
                /** @description one or more of: active, paused, disabled; commas for any of several, "none" for empty */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    WebhooksController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookMade"];
                };
            };
        };
    };
    WebhooksController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    WebhooksController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    WebhooksController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedWebhook"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    WebhooksController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretView"];
                };
            };
        };
    };
    WebhooksController_replayFailed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
        };
    };
    WebhooksController_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "createdAt" | "-createdAt";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: webhookId, state */
                count?: string;
                /** @description id; commas for any of several, "none" for empty */
                webhookId?: string;
                /** @description one or more of: pending, delivered, failed; commas for any of several, "none" for empty */
                state?: string;
                /** @description instant; commas for any of several, "none" for empty */
                createdAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["DeliveryView"];
                };
            };
        };
    };
    WebhooksController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description nextCursor of the page before */
                cursor?: string;
                sort?: "id" | "-id";
                /** @description csv or ndjson: a file of all that matches, in the order of ids; limit, cursor and sort do not apply. Also by Accept: text/csv or application/x-ndjson */
                format?: "json" | "csv" | "ndjson";
                /** @description filters, with commas, whose values are to be counted; empty: only the total. Any of: entity, entityId, actor, action */
                count?: string;
                /** @description text; commas for any of several, "none" for empty */
                entity?: string;
                /** @description text; commas for any of several, "none" for empty */
                entityId?: string;
                /** @description text; commas for any of several, "none" for empty */
                actor?: string;
                /** @description one or more of: insert, update, delete; commas for any of several, "none" for empty */
                action?: string;
                /** @description instant; commas for any of several, "none" for empty */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; or, as a file, everything that matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntryView"][];
                        nextCursor: string | null;
                        /** @description where count was asked for */
                        counts?: {
                            /** @description everything that matches */
                            total: number;
                            /** @description of each filter, how many match the others, by its value; the 500 values that most have */
                            by: {
                                [key: string]: {
                                    [key: string]: number;
                                };
                            };
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": components["schemas"]["AuditEntryView"];
                };
            };
        };
    };
    DispatchingController_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchingView"];
                };
            };
        };
    };
    DispatchingController_turn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchingSwitch"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchingView"];
                };
            };
        };
    };
    HealthController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HealthController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    QueuesController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuesStanding"];
                };
            };
        };
    };
    QueuesController_failed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersView"];
                };
            };
        };
    };
    QueuesController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManyDone"];
                };
            };
        };
    };
    SavedViewsController_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewsView"];
                };
            };
        };
    };
    SavedViewsController_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSavedView"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
        };
    };
    SavedViewsController_forget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SettingsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
        };
    };
    SettingsController_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingValue"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingView"];
                };
            };
        };
    };
}
