package tw.minsheng.security;

import io.vertx.core.Future;
import tw.minsheng.kernel.Act;

/** Door: the tree of agencies. */
public interface Agencies {

    Future<AgencyTree> tree();

    /** Adds the agency, or changes its name and parent when it is there. */
    Future<Void> put(Agency agency, Act act);

    /** Adds the agency under the installation when it is not there; an existing one keeps its name and parent. */
    Future<Void> ensure(Agency agency, Act act);
}
