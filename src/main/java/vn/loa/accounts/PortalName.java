package vn.loa.accounts;

/** What the portal is called, for what people see of it elsewhere than on its pages. */
public interface PortalName {
    /** In Vietnamese. */
    String portalName();
}
