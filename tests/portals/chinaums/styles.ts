/** Plain looks for the stand-in: enough that boxes, masks and hidden cells are where a person would see them. */
export const STYLES = `
body { margin: 0; font: 13px/1.5 "Noto Sans CJK SC", sans-serif; color: #333; background: #fff; }
table { border-collapse: collapse; } th, td { border: 1px solid #e6e6e6; padding: 4px 8px; white-space: nowrap; text-align: left; }
th { background: #f2f2f2; } a { color: #0c6fd1; text-decoration: none; } button { cursor: pointer; }
.top { display: flex; gap: 24px; align-items: center; padding: 0 20px; height: 48px; background: #c00d23; color: #fff; }
.top a { color: #fff; } .top .brand { font-size: 18px; font-weight: bold; } .usersImg { margin-left: auto; }
.account-card { display: flex; gap: 40px; margin: 12px 20px; padding: 12px 20px; border: 1px solid #e6e6e6; border-radius: 4px; }
.account-card .label { color: #888; margin-right: 8px; } .account-card .value { font-size: 18px; font-weight: bold; }
iframe { width: 100%; height: 640px; border: 0; } .page { padding: 12px 20px; } .filters { margin-bottom: 12px; }
.filters input { width: 190px; } .scroll { overflow-x: auto; }
.layui-laypage { margin: 12px 0; } .layui-laypage > * { display: inline-block; padding: 2px 10px; border: 1px solid #e2e2e2; margin-right: -1px; }
.layui-laypage .layui-disabled { color: #ccc; cursor: not-allowed; } .layui-laypage-curr { background: #c00d23; color: #fff; }
.layui-layer { position: fixed; top: 120px; left: 50%; z-index: 99; background: #fff; border: 1px solid #ccc; }
.layui-layer-loading { width: 60px; height: 24px; background: #eee; } .layui-layer-dialog { padding: 20px 40px; }
.login { width: 320px; margin: 120px auto; padding: 24px; border: 1px solid #ddd; } .login input { display: block; width: 100%; margin: 8px 0; }
.el-table { position: relative; overflow: hidden; } .el-table__header-wrapper, .el-table__body-wrapper { overflow-x: auto; }
.el-table__fixed { position: absolute; top: 0; left: 0; width: 180px; overflow: hidden; background: #fff; }
.el-table td, .el-table th { width: 160px; min-width: 160px; box-sizing: border-box; } .is-hidden > * { visibility: hidden; }
.el-pagination { display: flex; gap: 8px; align-items: center; padding: 12px 0; } .el-pager { display: flex; gap: 4px; list-style: none; margin: 0; padding: 0; }
.el-pager li { padding: 2px 8px; cursor: pointer; } .el-pager li.active { color: #409eff; font-weight: bold; }
.el-loading-mask { position: absolute; inset: 0; background: rgba(255,255,255,.8); z-index: 9; }
`;
